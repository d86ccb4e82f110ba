/** Objectives in French, Spanish and Portuguese. */
export const romance = `
# planogram-compliance@fr | merch audit
= Faire respecter le plan de linéaire dans chaque magasin visité
= Éviter que l'implantation dérive entre deux passages
? La moitié des écarts apparaît dans les dix jours qui suivent une réimplantation.
+ Conformité au planogramme sur photo, de {from} % à {to} % | % | 72..79 | 91..94
- Facings trouvés hors de leur emplacement, par visite | facings | 9..13 | 3..5
+ Réimplantations exécutées en cinq jours ouvrés de {from} % à {to} % | % | 50..60 | 86..91

# shelf-photo-proof@fr | audit data
= Montrer au client son rayon tel qu'il est aujourd'hui
+ Visites avec photos exploitables de {from} % à {to} % | % | 70..77 | 94..97
- Minutes entre la visite et la photo sur le portail client | minutes | 230..380 | 25..40
- Réclamations pour visages visibles | réclamations | 8..12 | 0..1

# time-to-hire@fr | staffing people
= Répondre aux candidats avant que la concurrence ne les embauche
- Délai entre candidature et première mission, de {from} à {to} jours | jours | 24..33 | 9..12
+ Candidats ayant reçu une réponse sous 24 heures | % | 28..40 | 88..94
- Départs dans les trente premiers jours, de {from} % à {to} % | % | 19..26 | 9..11

# display-waste@fr | esg merch
= Donner une seconde vie aux présentoirs
= Ne laisser aucun carton derrière le magasin
+ Présentoirs réemployés ou recyclés avec preuve, de {from} % à {to} % | % | 34..43 | 85..90
- Déchets laissés par réimplantation | kg | 18..25 | 3..5
+ Clients commandant des présentoirs réutilisables | clients | 2..4 | 14..18

# bulk-aisle@fr | merch esg
= Faire du rayon vrac un rayon que l'on remplit sans crainte
+ Magasins dont le vrac est propre et approvisionné à midi, de {from} % à {to} % | % | 52..61 | 88..92
- Pertes en pourcentage du chiffre d'affaires du rayon | % | 7..9.5 | 3..3.5
+ Équipiers formés à l'hygiène du vrac | personnes | 30..60 | 240..300

# drive-pickup@fr | ecom merch
= Réussir la préparation des commandes drive pour nos marques
= Ne plus perdre de ventes en drive faute de stock visible
- Substitutions sur les références de nos clients, de {from} % à {to} % | % | 7..9.5 | 3..4
+ Références avec photo et poids corrects | % | 63..72 | 95..97
+ Points de retrait avec une personne référente | points | 40..75 | 260..310

# overseas-launch@fr | sales client
= Ouvrir l'Afrique francophone à nos clients européens
+ Clients présents dans au moins trois pays, de {from} à {to} | clients | 1..3 | 10..13
+ Points de vente couverts chaque mois | points de vente | 240..420 | 1500..1900
! Signer un partenaire logistique à Abidjan et à Casablanca | Contrats signés et première livraison reçue

# on-shelf-availability@es | merch
= Que el producto esté en el estante cuando el comprador lo busca
= Cerrar los huecos en el estante que le cuestan ventas al cliente
? Cada hueco en el estante es una venta que el cliente nos paga por proteger.
+ Disponibilidad en el estante de {from} % a {to} % en tiendas auditadas | % | 86..90 | 94..96
- Visitas con al menos un faltante | % | 23..30 | 10..14
- Horas entre el hallazgo y el resurtido, de {from} a {to} | horas | 38..58 | 14..20

# promoter-booking@es | promo staffing tech
= Cubrir un turno de promotor en una hora
= Que los promotores elijan sus propios turnos
- Horas para cubrir un turno publicado, de {from} a {to} | horas | 54..78 | 8..12
+ Turnos tomados por los propios promotores | % | 8..18 | 68..78
- Turnos duplicados por mes | turnos | 28..44 | 2..5

# route-efficiency@es | route ops
= Más tiempo en la tienda y menos en el tráfico
- Kilómetros por visita de {from} a {to} | km | 18..24 | 10..13
+ Visitas por persona y día, de {from} a {to} | visitas | 5..6 | 7..8
- Horas extra por semana en rutas urbanas | horas | 140..210 | 50..75

# rural-shops@es | sales route loyalty
= Llegar a la tienda de la esquina con orden y con margen
= Ganar a las tiendas de barrio como clientas de cada semana
? Dos de cada tres compras de la categoría se hacen todavía en la tienda de barrio.
+ Tiendas de barrio atendidas cada semana, de {from} a {to} | tiendas | 600..950 | 2800..3400
+ Pedidos por teléfono móvil | % | 6..12 | 48..56
- Gasto por pedido | EUR | 2.8..3.6 | 1.4..1.7

# promoter-safety@es | esg people
= Que cada promotora vuelva segura a casa
+ Rutas de regreso acordadas para turnos nocturnos, de {from} % a {to} % | % | 32..44 | 96..99
- Incidentes de acoso sin atención en 48 horas | incidentes | 9..15 | 0..1
+ Supervisores formados en la atención de incidentes | supervisores | 8..16 | 70..85

# wholesale-display@es | merch sales
= Convertir el mayorista en un punto de exhibición
+ Mayoristas con exhibición permanente, de {from} a {to} | mayoristas | 14..26 | 110..140
+ Venta adicional por exhibición y semana | EUR | 90..140 | 260..310
- Exhibiciones retiradas antes del acuerdo | % | 24..33 | 8..11

# billing-accuracy@es | finance client
= Facturar bien a la primera y cobrar sin llamadas
- Notas de crédito en porcentaje de la venta, de {from} % a {to} % | % | 3.4..4.4 | 1..1.3
- Días entre cierre de mes y última factura | días | 11..15 | 3..4
+ Facturas emitidas desde los datos de visita | % | 36..48 | 86..92

# training-completion@es | training
= Que nadie pise una tienda sin conocer el producto
+ Capacitación obligatoria terminada a tiempo, de {from} % a {to} % | % | 68..77 | 95..98
- Personas con certificado vencido | personas | 60..110 | 0..5
+ Examen de producto aprobado al primer intento | % | 60..68 | 84..89

# sampling-conversion@pt | promo
= Fazer de quem prova um comprador
= Dar a cada degustação um lugar no carrinho
+ Conversão da degustação na gôndola, de {from}% para {to}% | % | 13..18 | 24..29
- Custo por comprador convertido | EUR | 4.2..6 | 2.4..3
- Amostras descartadas no fim do dia, de {from}% para {to}% | % | 11..16 | 3..5

# second-placement@pt | merch sales
= Garantir que o ponto extra pago esteja montado
+ Pontos extras encontrados em pé na metade do período, de {from}% para {to}% | % | 68..75 | 90..94
- Dias até a montagem do display, de {from} para {to} | dias | 5..8 | 2..2
+ Displays com foto no mesmo dia | % | 54..65 | 90..95

# seasonal-peak@pt | staffing promo
= Chegar ao Natal com a equipe completa e treinada
+ Turnos de pico preenchidos duas semanas antes, de {from}% para {to}% | % | 66..75 | 94..97
- Faltas nas semanas de pico | % | 7..10 | 2..3
+ Temporários que voltaram do ano anterior | pessoas | 90..150 | 300..380

# neighbourhood-stores@pt | route sales
= Atender o mercadinho do bairro toda semana
= Entrar nas comunidades com equipe que mora nelas
? O mercadinho vende por metro mais do que o hipermercado, e ninguém o visita.
+ Mercadinhos atendidos por semana, de {from} para {to} | lojas | 320..540 | 1900..2300
+ Promotores contratados no próprio bairro | pessoas | 20..35 | 130..160
- Custo por visita | EUR | 6..8 | 3.5..4

# flood-season@pt | ops esg
= Manter lojas abastecidas na época das enchentes
! Plano de enchentes ensaiado com os três maiores varejistas | Ata do ensaio assinada pelos três
+ Rotas com caminho alternativo testado, de {from}% para {to}% | % | 20..30 | 85..90
- Dias de loja sem atendimento por enchente | dias | 44..70 | 10..15

# data-quality@pt | data audit
= Confiar no número antes de enviá-lo ao cliente
+ Bases aprovadas em todas as verificações, de {from}% para {to}% | % | 64..72 | 94..97
- Correções pedidas por clientes | correções | 30..48 | 4..8
- Horas até perceber uma falha de carga | horas | 17..25 | 1..2
`;
