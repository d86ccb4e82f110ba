/** The functions that Drumbeat adds to formulas, declared once; both manifests and the metadata files follow from it. */

export type Language = "en-us" | "de" | "ar";

interface Words {
  readonly name: string;
  /** At most 128 characters, as for every translation. */
  readonly description: string;
}

interface Parameter {
  readonly type: "string" | "boolean";
  readonly optional?: true;
  readonly words: Readonly<Record<Language, Words>>;
}

interface FunctionDeclaration {
  /** Also the name in formulas, the same in every language: a formula that somebody mails to somebody works there too. */
  readonly id: string;
  readonly result: "scalar" | "matrix";
  readonly parameters: readonly Parameter[];
  readonly description: Readonly<Record<Language, string>>;
}

export const NAMESPACE = "OKR";

const id: Parameter = {
  type: "string",
  words: {
    "en-us": { name: "id", description: "A cell with the key or the title of a key result or objective." },
    de: { name: "Schlüssel", description: "Eine Zelle mit Schlüssel oder Titel eines Key Results oder Objectives." },
    ar: { name: "المعرف", description: "خلية فيها مفتاح أو عنوان نتيجة رئيسية أو هدف." },
  },
};

const language: Parameter = {
  type: "string",
  optional: true,
  words: {
    "en-us": {
      name: "language",
      description: "en, de or ar, where a formula compares the word. Default: that of Excel.",
    },
    de: { name: "Sprache", description: "en, de oder ar, wenn eine Formel das Wort vergleicht. Sonst die von Excel." },
    ar: { name: "اللغة", description: "en أو de أو ar عندما تقارن صيغة الكلمة. وإلا فلغة Excel." },
  },
};

const unit: Parameter = {
  type: "string",
  words: {
    "en-us": { name: "unit", description: "Name or key of a unit: a country, a function, a team." },
    de: { name: "Einheit", description: "Name oder Kürzel einer Einheit: Land, Funktion, Team." },
    ar: { name: "الوحدة", description: "اسم أو مفتاح وحدة: بلد أو وظيفة أو فريق." },
  },
};

const cycle: Parameter = {
  type: "string",
  optional: true,
  words: {
    "en-us": { name: "cycle", description: "Name or key of a cycle. Default: what runs now." },
    de: { name: "Zyklus", description: "Name oder Kürzel eines Zyklus. Sonst, was jetzt läuft." },
    ar: { name: "الدورة", description: "اسم دورة أو مفتاحها. وإلا فما يجري الآن." },
  },
};

const below: Parameter = {
  type: "boolean",
  optional: true,
  words: {
    "en-us": { name: "below", description: "TRUE: also the units below it." },
    de: { name: "darunter", description: "WAHR: auch die Einheiten darunter." },
    ar: { name: "ما_تحتها", description: "TRUE: مع الوحدات التي تحتها." },
  },
};

export const FUNCTIONS: readonly FunctionDeclaration[] = [
  {
    id: "PROGRESS",
    result: "scalar",
    parameters: [id],
    description: {
      "en-us": "Progress as a share from 0 to 1. Empty text where nothing was measured yet.",
      de: "Fortschritt als Anteil von 0 bis 1. Leerer Text, wo noch nichts gemessen wurde.",
      ar: "التقدم كنسبة من 0 إلى 1. نص فارغ إن لم يُقَس شيء بعد.",
    },
  },
  {
    id: "STATUS",
    result: "scalar",
    parameters: [id, language],
    description: {
      "en-us": "On track, behind, at risk and so on, in a word.",
      de: "Auf Kurs, im Rückstand, gefährdet und so weiter, als Wort.",
      ar: "في المسار أو متأخر أو معرّض للخطر وغيرها، بكلمة.",
    },
  },
  {
    id: "VALUE",
    result: "scalar",
    parameters: [id],
    description: {
      "en-us":
        "Latest value of a key result, in its unit (45 for 45 %, 1 for done). Empty text where there is none yet.",
      de: "Letzter Wert eines Key Results in seiner Einheit (45 für 45 %, 1 für erledigt). Leerer Text, wo es keinen gibt.",
      ar: "آخر قيمة لنتيجة رئيسية بوحدتها (45 تعني 45 %، و1 تعني تم). نص فارغ إن لم توجد.",
    },
  },
  {
    id: "LIST",
    result: "matrix",
    parameters: [unit, cycle, below],
    description: {
      "en-us": "The objectives and key results of a unit with their figures, below a row of headers.",
      de: "Objectives und Key Results einer Einheit mit ihren Zahlen, unter einer Kopfzeile.",
      ar: "أهداف وحدة ونتائجها الرئيسية بأرقامها، تحت صف عناوين.",
    },
  },
  {
    id: "HISTORY",
    result: "matrix",
    parameters: [id],
    description: {
      "en-us": "Every check-in of a key result, oldest first, below a row of headers.",
      de: "Alle Check-ins eines Key Results, der älteste zuerst, unter einer Kopfzeile.",
      ar: "كل تسجيلات نتيجة رئيسية، الأقدم أولًا، تحت صف عناوين.",
    },
  },
];

const parameterIn = (lang: Language, { type, optional, words }: Parameter) => ({
  ...words[lang],
  type,
  dimensionality: "scalar",
  ...(optional ? { optional } : {}),
});

/** As the unified manifest declares them. All stream: what somebody else reports arrives without a recalculation. */
export const unifiedFunctions = () => ({
  namespace: { id: NAMESPACE, name: NAMESPACE },
  functions: FUNCTIONS.map((one) => ({
    id: one.id,
    name: one.id,
    description: one.description["en-us"],
    parameters: one.parameters.map((parameter) => parameterIn("en-us", parameter)),
    result: { dimensionality: one.result },
    stream: true,
  })),
});

/** As the XML manifest's metadata file declares them, in one language. */
export const functionsMetadata = (lang: Language) => ({
  functions: FUNCTIONS.map((one) => ({
    id: one.id,
    name: one.id,
    description: one.description[lang],
    parameters: one.parameters.map((parameter) => parameterIn(lang, parameter)),
    result: { dimensionality: one.result },
    options: { stream: true },
  })),
});

/** Entries of a language file of the package: what people read about the functions. */
export const functionTexts = (lang: Language, path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    FUNCTIONS.flatMap(({ description, parameters }, at) => [
      [`${path}.functions[${at}].description`, description[lang]],
      ...parameters.flatMap(({ words }, place) => [
        [`${path}.functions[${at}].parameters[${place}].name`, words[lang].name],
        [`${path}.functions[${at}].parameters[${place}].description`, words[lang].description],
      ]),
    ]),
  );
