/** Characters that people's keyboards, spreadsheets and languages put where a program expects ASCII. */

/** Zeros of the decimal digits in use: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

/** Directional marks and isolates; they steer display and carry no meaning of their own. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Ordinary, no-break, thin, narrow, figure and ideographic spaces, and tabs. */
const SPACES = /[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu;

const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
};

/** Nothing in it is foreign: most texts of large sheets, answered at once. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;

/** Digits, minus signs, spaces, per cent and decimal signs of any script as their ASCII counterparts; trimmed. [EN1] */
export const plainCharacters = (text: string): string => (PLAIN.test(text) ? text : plainly(text));

const plainly = (text: string): string =>
  text
    .replaceAll(BIDI_CONTROLS, "")
    .replaceAll(FOREIGN_DIGITS, asciiDigit)
    .replaceAll(/[\u2212\u2013\ufe63\uff0d]/gu, "-")
    .replaceAll(/[\ufe62\uff0b]/gu, "+")
    .replaceAll(/[\u066a\ufe6a\uff05]/gu, "%")
    .replaceAll(/\uff0e/gu, ".")
    .replaceAll(/[\uff0c\u060c]/gu, ",")
    .replaceAll(SPACES, " ")
    .trim();

/** For comparing words: lower case, without marks, dots or bidi controls, single spaces. */
export const plainWords = (text: string): string =>
  plainCharacters(text)
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replaceAll(/[_.,/:!()[\]*"'’-]+/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim();
