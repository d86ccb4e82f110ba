declare const brand: unique symbol;

/** A primitive that carries its meaning in its type, so that a unit id cannot be handed in where an objective id belongs. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
