/** Objectives of the units in Germany, Austria and Switzerland, in German. */
export const german = `
# on-shelf-availability@de | merch
= Regallücken schließen, bevor der Kunde zur Konkurrenz greift
= Ware unserer Auftraggeber ist da, wenn der Kunde danach greift
? Jede leere Fläche im Regal ist ein Umsatz, den uns der Auftraggeber in Rechnung stellt.
+ Regalverfügbarkeit in geprüften Märkten von {from} % auf {to} % steigern | % | 88..91 | 95..97
- Besuche mit mindestens einer Regallücke von {from} % auf {to} % senken | % | 20..28 | 9..12
- Stunden von der Meldung bis zur Nachfüllung | Stunden | 34..52 | 12..18
+ Märkte mit Lagerkontrolle bei jedem Besuch | Märkte | 120..200 | 480..600

# route-efficiency@de | route ops
= Mehr Zeit im Markt, weniger auf der Autobahn
= Touren so planen, dass der Weg nicht länger dauert als der Besuch
? Spritkosten und Fahrzeit sind doppelt so schnell gewachsen wie die Zahl der Besuche.
- Kilometer je Marktbesuch von {from} auf {to} senken | km | 18..24 | 11..13
+ Anteil der Arbeitszeit im Markt von {from} % auf {to} % | % | 52..58 | 69..73
+ Besuche je Person und Tag | Besuche | 5..6 | 7..8
- Wöchentlich von Hand umgeplante Touren | Touren | 40..70 | 8..15

# promoter-turnover@de | promo people
= Promoterinnen und Promoter halten, die wir eingearbeitet haben
= Eine Agentur sein, zu der Aushilfen gern zurückkommen
? Eine neue Kraft kostet uns so viel wie elf Einsätze.
- Fluktuation der Promotionkräfte von {from} % auf {to} % senken | % | 72..90 | 45..52
+ Rückkehrquote zur zweiten Kampagne von {from} % auf {to} % | % | 38..46 | 62..68
- Tage bis zur ersten Auszahlung | Tage | 22..32 | 7..9
- Absagen innerhalb von 24 Stunden vor dem Einsatz | % | 8..11 | 3..4

# training-completion@de | training
= Niemand steht ohne Produktwissen im Markt
= Pflichtschulungen rechtzeitig abschließen statt nachholen
+ Fristgerecht abgeschlossene Pflichtschulungen von {from} % auf {to} % | % | 70..78 | 96..98
- Überfällige Schulungen | Schulungen | 160..240 | 10..20
+ Produkttest im ersten Anlauf bestanden | % | 60..68 | 85..89
! Schulungskalender mit allen Marktleitungen abstimmen | Kalender liegt unterschrieben in der Gebietsablage

# time-to-hire@de | staffing people
= Bewerbern antworten, bevor es ein anderer tut
= Vom Bewerbungsgespräch zum ersten Einsatz in der Hälfte der Zeit
- Tage von der Bewerbung bis zum ersten Einsatz von {from} auf {to} | Tage | 24..32 | 9..12
+ Bewerbungen mit Antwort am selben Tag von {from} % auf {to} % | % | 28..38 | 88..93
- Kosten je Einstellung | EUR | 380..520 | 210..250
- Abgänge in den ersten 30 Tagen | % | 18..25 | 9..11

# days-sales-outstanding@de | finance client
= Geleistete Arbeit schneller zu Geld machen
= Rechnungen so stellen, dass sie ohne Rückfrage bezahlt werden
- Außenstandsdauer von {from} auf {to} Tage senken | Tage | 60..71 | 44..48
- Forderungen, die mehr als 60 Tage überfällig sind | Tsd. EUR | 620..900 | 150..220
+ Rechnungen, die ohne Mahnung bezahlt werden, von {from} % auf {to} % | % | 50..58 | 78..82
- Gutschriften wegen falscher Preise | Gutschriften | 60..95 | 10..16

# field-safety@de | esg route people
= Alle kommen gesund von der Tour nach Hause
= Unfälle mit Leiter und Lieferwagen vermeiden, bevor sie passieren
- Meldepflichtige Unfälle je Million Arbeitsstunden | Unfälle | 5..7 | 2..2.6
+ Gemeldete Beinaheunfälle je Monat von {from} auf {to} | Meldungen | 14..24 | 70..95
+ In Heben und Leitern unterwiesene Kräfte von {from} % auf {to} % | % | 55..66 | 97..99
! Gefährdungsbeurteilung für Nachtumbauten abschließen | Vom Betriebsrat und vom Sicherheitsingenieur unterschrieben

# product-content@de | ecom
= Produktseiten, die im Onlineshop keine Frage offenlassen
= Vollständige Produktdaten bei jedem Händler am ersten Verkaufstag
+ Vollständig gepflegte Produktseiten von {from} % auf {to} % | % | 48..58 | 92..95
- Tage von der Neuheit bis zur fertigen Seite | Tage | 18..25 | 4..6
- Rücksendungen mit dem Grund „entspricht nicht der Beschreibung“ | % | 6..8 | 3..4
+ Seiten mit Anwendungsbild | % | 30..42 | 84..90

# discounter-service@de | merch client sales
= Auch im Discounter der Partner sein, den die Filialleitung anruft
= Ein Betreuungsmodell für Discounter aufbauen, das sich rechnet
? Vier unserer zehn größten Auftraggeber verkaufen dort inzwischen mehr als im Supermarkt.
+ Betreute Discountfilialen von {from} auf {to} | Filialen | 180..320 | 1100..1400
- Minuten je Besuch | Minuten | 28..36 | 14..17
> Deckungsbeitrag je Besuch bleibt über {limit} EUR | EUR | 6..8
+ Aktionsaufbauten vor Ladenöffnung fertig | % | 61..70 | 93..96

# leaflet-promotion@de | audit merch
= Was im Prospekt steht, steht am Montag auch im Markt
= Prospektware pünktlich platzieren und auszeichnen
? Die Verbraucherzentrale prüft Lockangebote seit diesem Jahr systematisch.
+ Prospektartikel am ersten Tag vorrätig und ausgezeichnet von {from} % auf {to} % | % | 74..81 | 95..97
- Beschwerden über fehlende Aktionsware | Beschwerden | 130..190 | 30..40
+ Märkte mit Fotobeleg bis zehn Uhr | Märkte | 140..220 | 620..760

# apprentices@de | training people staffing
= Auszubildende für den Außendienst gewinnen und übernehmen
= Den Beruf im Außendienst für Schulabgänger attraktiv machen
+ Besetzte Ausbildungsplätze von {from} auf {to} | Plätze | 6..10 | 24..28
+ Übernahmequote nach der Prüfung | % | 52..62 | 82..88
- Abgebrochene Ausbildungen von {from} % auf {to} % | % | 22..30 | 8..10

# travel-time-rule@de | people legal finance
= Fahrzeiten rechtssicher und fair vergüten
= Eine Reisezeitregelung finden, die Betriebsrat und Kunden mittragen
! Betriebsvereinbarung zur Reisezeit abschließen | Von Geschäftsführung und Gesamtbetriebsrat unterschrieben
- Offene Streitfälle zur Fahrzeit | Fälle | 14..22 | 0..2
+ Beschäftigte mit automatischer Erfassung von {from} % auf {to} % | % | 20..35 | 95..98
< Mehrkosten bleiben unter {limit} % der Lohnsumme | % | 2..3

# regional-brands@de | sales client
= Regionalen Marken einen Außendienst auf Zeit anbieten
= Mit Brauereien und Molkereien aus der Region wachsen
+ Regionale Auftraggeber von {from} auf {to} | Kunden | 5..9 | 26..34
+ Umsatz mit regionalen Marken | Tsd. EUR | 240..380 | 1200..1500
- Wochen von der Anfrage bis zum ersten Besuch | Wochen | 6..9 | 2..3

# night-fill@de | ops staffing merch
= Nachtverräumung anbieten, ohne die Leute zu verschleißen
= Morgens ein volles Regal übergeben und trotzdem ausgeschlafen sein
+ Filialen mit Nachtverräumung von {from} auf {to} | Filialen | 12..25 | 110..140
- Krankentage in der Nachtschicht je Person | Tage | 7..9 | 4..5
+ Verräumte Kolli je Stunde | Kolli | 48..56 | 68..75
~ Nachtschichten je Person und Monat bleiben im vereinbarten Rahmen | Schichten | 6 .. 10
`;
