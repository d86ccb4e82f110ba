import { err, ok, type Result } from "../result.ts";
import { plainWords } from "./characters.ts";

export type YesNoProblem = { readonly type: "Empty" } | { readonly type: "NotYesNo"; readonly text: string };

const words = (text: string): ReadonlySet<string> => new Set(text.split("|").map(plainWords));

const YES = words(
  "1|100%|x|y|t|yes|true|done|complete|completed|achieved|finished|reached|closed|" +
    "j|ja|wahr|erledigt|fertig|erreicht|abgeschlossen|o|oui|vrai|fait|terminé|atteint|achevé|" +
    "s|sí|si|verdadero|hecho|completado|logrado|sim|verdadeiro|feito|concluído|vero|fatto|completato|raggiunto|" +
    "waar|klaar|gereed|afgerond|gedaan|sant|klar|klart|färdig|gjort|tak|prawda|zrobione|gotowe|ano|hotovo|igen|kész|" +
    "evet|doğru|tamam|tamamlandı|да|готово|выполнено|так|نعم|تم|صحيح|منجز|مكتمل|כן|בוצע|हाँ|पूर्ण|ใช่|เสร็จ|" +
    "はい|完了|済|是|完成|已完成|예|완료|có|xong|ya|selesai|ndiyo|imekamilika|✓|✔|✔️|☑|☑️|✅|👍|🟢",
);
const NO = words(
  "0|0%|n|f|no|false|open|not done|not yet|incomplete|pending|missed|" +
    "nein|falsch|offen|nicht erledigt|noch nicht|non|faux|ouvert|pas fait|pas encore|falso|abierto|pendiente|" +
    "não|aberto|pendente|aperto|nee|onwaar|open|niet klaar|nej|falskt|öppen|nie|fałsz|otwarte|ne|nem|" +
    "hayır|yanlış|açık|нет|открыто|ні|لا|خطأ|لم يتم|לא|नहीं|ไม่|いいえ|未完了|未|否|未完成|아니요|아니오|미완료|" +
    "không|tidak|belum|hapana|✗|✘|✖|✖️|☐|❌|👎|🔴",
);

/** Done or not, in the words and ticks people use. A dash or an empty text is no answer. [EN11] */
export const parseYesNo = (text: string): Result<boolean, YesNoProblem> => {
  const word = plainWords(text);
  if (word === "") return err({ type: "Empty" });
  if (YES.has(word)) return ok(true);
  return NO.has(word) ? ok(false) : err({ type: "NotYesNo", text });
};
