/** The same as notesEnglish, in the languages of the countries; [good] and [bad] stand in where a heading is missing. */
export const notesLocal: Readonly<Record<string, string>> = {
  de: `
[good]
Läuft nach Plan.
Im Plan, nächste Zahlen am Freitag.
Bessere Woche als erwartet, die Umstellung greift.
Ziel in Reichweite.
Das Team zieht inzwischen mit, auch ohne Erinnerung.
Kleiner, aber stetiger Fortschritt.
Wie in der letzten Runde vereinbart.
Guter Schritt nach vorn, vor allem in den großen Städten.
Zahlen mit dem Controlling abgestimmt.
[bad]
Wir hängen hinterher, zwei Kollegen sind krank.
So erreichen wir das Ziel nicht. Bitte in der nächsten Runde besprechen.
Zu spät gestartet, das holen wir nur schwer auf.
Der Dienstleister hat wieder zu spät geliefert.
Unter Plan, die Maßnahmen der letzten Woche wirken noch nicht.
Rückschritt gegenüber der Vorwoche, Ursache wird geprüft.
Die Freigabe des Kunden fehlt weiterhin.
[still]
Keine Veränderung.
Stand wie letzte Woche.
Stillstand, wir warten auf den Händler.
[optimist]
Alles im grünen Bereich!
Keine Sorge, das wird.
Bin sehr zuversichtlich, der große Sprung kommt nächste Woche.
[unmeasured]
Noch keine belastbare Zahl.
Auswertung kommt erst zum Monatsende.
[pending]
In Arbeit, eine Unterschrift fehlt noch.
Entwurf liegt beim Betriebsrat.
[done]
Ziel erreicht, wir halten das Niveau.
Geschafft. Danke an alle Beteiligten.
[closedWell]
Endstand. Gutes Quartal, die Routine behalten wir bei.
[closedBadly]
Endstand. Nicht erreicht, wir nehmen den Rest ins nächste Quartal mit.
`,
  ar: `
[good]
نسير وفق الخطة.
تقدّم جيد هذا الأسبوع، خصوصًا في المدن الكبيرة.
الأرقام أفضل من المتوقع.
الفريق متحمّس والعمل منتظم.
تقدّم كما اتفقنا في المراجعة السابقة.
الفريق ملتزم والنتائج واضحة على اللوحة.
تحسّن ملحوظ منذ آخر متابعة.
[bad]
نحن متأخرون عن الخطة بسبب نقص في عدد العاملين.
لن نصل إلى الهدف بهذا المعدل، ونحتاج إلى قرار من الإدارة.
تأخّر المورّد مرة أخرى.
الفجوة تكبر كل أسبوع ويجب أن نختار أولوياتنا.
تراجع بسيط مقارنة بالأسبوع الماضي ونبحث عن السبب.
بدأنا متأخرين والوقت المتبقي قصير.
[still]
لا تغيير.
الوضع كما كان في الأسبوع الماضي.
[optimist]
كل شيء ممتاز ولا توجد أي مخاوف.
سنصل إلى الهدف بإذن الله، لا داعي للقلق.
[unmeasured]
لا توجد أرقام موثوقة بعد.
ننتظر تقرير نهاية الشهر.
[pending]
قيد التنفيذ، تنقصنا موافقة واحدة.
[done]
تحقق الهدف، شكرًا للجميع.
وصلنا إلى المستهدف ونعمل على الحفاظ عليه.
[closedWell]
النتيجة النهائية للربع: تحقق الهدف.
[closedBadly]
النتيجة النهائية: لم يتحقق الهدف وسننقل ما تبقى إلى الربع القادم.
`,
  fr: `
[good]
Conforme au plan.
Bonne semaine, la nouvelle organisation fonctionne.
Comme convenu à la dernière revue.
On progresse, petit à petit mais chaque semaine.
L'équipe joue le jeu.
Chiffres validés avec la finance.
[bad]
En retard, deux collègues sont absents.
À ce rythme nous n'y arriverons pas.
Le prestataire a encore livré en retard.
Recul par rapport à la semaine dernière, on cherche la cause.
[still]
Pas de changement.
Rien n'a bougé, on attend l'enseigne.
[optimist]
Tout va bien, aucun souci.
Très confiant, le gros de l'effet arrive la semaine prochaine.
[unmeasured]
Pas encore de chiffre fiable.
[pending]
En cours, il manque une signature.
[done]
Objectif atteint, merci à toute l'équipe.
[closedWell]
Chiffre final. Bon trimestre.
[closedBadly]
Chiffre final. Pas atteint, la suite passe au trimestre prochain.
`,
  es: `
[good]
Según lo previsto.
Buena semana, el nuevo método ya responde.
Como acordamos en la última revisión.
Avanzamos mejor de lo esperado.
El equipo responde sin que haya que insistir.
Cifras revisadas con finanzas.
[bad]
Vamos con retraso, falta gente.
A este ritmo no llegamos a la meta.
El proveedor volvió a entregar tarde.
Retroceso frente a la semana pasada, estamos revisando.
[still]
Sin cambios.
Igual que la semana pasada.
[optimist]
Todo en orden, sin preocupaciones.
Seguro que llegamos, falta poco.
[unmeasured]
Todavía no hay un dato fiable.
[pending]
En proceso, falta una firma.
[done]
Meta alcanzada, gracias al equipo.
[closedWell]
Cifra final. Buen trimestre.
[closedBadly]
Cifra final. No se logró, lo pendiente pasa al próximo trimestre.
`,
  pt: `
[good]
Dentro do plano.
Boa semana, o novo método já dá resultado.
Como combinamos na última revisão.
Avanço melhor do que o esperado.
A equipe está colaborando.
Números conferidos com o financeiro.
[bad]
Estamos atrasados, falta gente.
Nesse ritmo não chegamos à meta.
O fornecedor entregou atrasado de novo.
Piorou em relação à semana passada, estamos verificando.
[still]
Sem mudança.
Igual à semana passada.
[optimist]
Tudo certo, sem preocupação.
Com certeza vamos chegar lá.
[unmeasured]
Ainda não há número confiável.
[pending]
Em andamento, falta uma assinatura.
[done]
Meta atingida, obrigado a todos.
[closedWell]
Número final. Bom trimestre.
[closedBadly]
Número final. Não atingimos, o restante fica para o próximo trimestre.
`,
  zh: `
[good]
按计划推进。
本周进展不错，团队配合很好。
和上次评审约定的一致。
比预期好，新办法见效了。
大家已经养成习惯了。
数据已和财务核对。
[bad]
进度落后，人手不足。
照这个速度达不到目标，需要管理层决定优先级。
供应商又延迟了。
比上周退步，正在查原因。
[still]
没有变化。
和上周一样。
[optimist]
一切顺利，没有问题。
放心，月底一定能完成。
[unmeasured]
暂无可靠数据。
[pending]
进行中，还差一个签字。
[done]
目标已达成，感谢大家。
[closedWell]
季度最终数据，目标达成。
[closedBadly]
季度最终数据，未达标，剩余部分转入下季度。
`,
};
