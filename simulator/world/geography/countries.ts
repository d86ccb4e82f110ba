/** The countries the invented group works in. One line a country; the file is data, the reader is at the end. */

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  readonly regionKey: string;
  /** BCP 47, the most common first. */
  readonly languages: readonly string[];
  /** Pools of names, see people/names; the first one is the most common. */
  readonly cultures: readonly string[];
  readonly cities: readonly string[];
  /** Whether the country sets its own OKRs. Small ones follow their region. */
  readonly hasOkrs: boolean;
  /** Relative number of teams with OKRs of their own. */
  readonly teams: number;
}

export interface Region {
  readonly key: string;
  readonly name: string;
}

export const regions: readonly Region[] = [
  { key: "nordics-baltics", name: "Nordics and Baltics" },
  { key: "western-europe", name: "Western Europe" },
  { key: "southern-europe", name: "Southern Europe" },
  { key: "central-eastern-europe", name: "Central and Eastern Europe" },
  { key: "mena", name: "Middle East and North Africa" },
  { key: "sub-saharan-africa", name: "Sub-Saharan Africa" },
  { key: "asia-pacific", name: "Asia Pacific" },
  { key: "americas", name: "Americas" },
];

/** code | name | region | languages | names | cities | teams ("-" means: no OKRs of its own) */
const table = `
AE|United Arab Emirates|mena|ar-AE en-AE|arabic arabic hindi filipino english|Dubai,Abu Dhabi,Sharjah|6
DE|Germany|western-europe|de-DE|german german turkish polish|Hamburg,Köln,Leipzig|5
GB|United Kingdom|western-europe|en-GB|english english hindi nigerian|Leeds,Bristol,Glasgow|4
US|United States|americas|en-US es-US|english english spanish korean|Chicago,Dallas,Atlanta|4
IN|India|asia-pacific|hi-IN en-IN|hindi hindi tamil|Mumbai,Pune,Chennai|4
FR|France|western-europe|fr-FR|french french arabic|Lyon,Lille,Nantes|3
BR|Brazil|americas|pt-BR|portuguese|São Paulo,Curitiba,Recife|3
CN|China|asia-pacific|zh-CN|chinese|Shanghai,Chengdu,Guangzhou|3
SA|Saudi Arabia|mena|ar-SA|arabic arabic hindi|Riyadh,Jeddah,Dammam|2
EG|Egypt|mena|ar-EG|arabic|Cairo,Alexandria,Mansoura|2
ES|Spain|southern-europe|es-ES|spanish|Valencia,Sevilla,Bilbao|2
IT|Italy|southern-europe|it-IT|italian|Bologna,Torino,Bari|2
TR|Türkiye|southern-europe|tr-TR|turkish|İzmir,Bursa,Ankara|2
PL|Poland|central-eastern-europe|pl-PL|polish|Poznań,Wrocław,Łódź|2
MX|Mexico|americas|es-MX|spanish|Monterrey,Guadalajara,Puebla|2
ZA|South Africa|sub-saharan-africa|en-ZA|zulu english|Durban,Cape Town,Johannesburg|2
AU|Australia|asia-pacific|en-AU|english english greek vietnamese|Melbourne,Brisbane,Perth|2
JP|Japan|asia-pacific|ja-JP|japanese|Osaka,Nagoya,Fukuoka|1
KR|South Korea|asia-pacific|ko-KR|korean|Busan,Daegu,Incheon|1
TH|Thailand|asia-pacific|th-TH|thai|Bangkok,Chiang Mai,Khon Kaen|1
VN|Vietnam|asia-pacific|vi-VN|vietnamese|Đà Nẵng,Hải Phòng,Cần Thơ|1
ID|Indonesia|asia-pacific|id-ID|indonesian|Surabaya,Bandung,Medan|1
NG|Nigeria|sub-saharan-africa|en-NG|nigerian|Lagos,Ibadan,Kano|1
KE|Kenya|sub-saharan-africa|en-KE sw-KE|kenyan|Nairobi,Mombasa,Kisumu|1
NL|Netherlands|western-europe|nl-NL|dutch|Utrecht,Eindhoven,Zwolle|1
SE|Sweden|nordics-baltics|sv-SE|nordic|Göteborg,Malmö,Uppsala|1
CA|Canada|americas|en-CA fr-CA|english french|Calgary,Montréal,Halifax|1
AR|Argentina|americas|es-AR|spanish italian|Rosario,Córdoba,Mendoza|1
CO|Colombia|americas|es-CO|spanish|Medellín,Cali,Barranquilla|1
PT|Portugal|southern-europe|pt-PT|portuguese|Porto,Braga,Coimbra|1
GR|Greece|southern-europe|el-GR|greek|Thessaloniki,Patras,Heraklion|1
RO|Romania|central-eastern-europe|ro-RO|romanian|Cluj-Napoca,Timișoara,Iași|1
CZ|Czechia|central-eastern-europe|cs-CZ|czech|Brno,Ostrava,Plzeň|1
KZ|Kazakhstan|central-eastern-europe|kk-KZ ru-KZ|kazakh russian|Almaty,Astana,Shymkent|1
UA|Ukraine|central-eastern-europe|uk-UA|ukrainian|Lviv,Odesa,Dnipro|1
AT|Austria|western-europe|de-AT|german|Graz,Linz,Salzburg|0
CH|Switzerland|western-europe|de-CH fr-CH|german french|Basel,Lausanne,St. Gallen|0
BE|Belgium|western-europe|nl-BE fr-BE|dutch french|Gent,Liège,Antwerpen|0
IE|Ireland|western-europe|en-IE|english|Cork,Galway,Limerick|0
NO|Norway|nordics-baltics|nb-NO|nordic|Bergen,Trondheim,Stavanger|0
DK|Denmark|nordics-baltics|da-DK|nordic|Aarhus,Odense,Aalborg|0
FI|Finland|nordics-baltics|fi-FI|finnish|Tampere,Turku,Oulu|0
LT|Lithuania|nordics-baltics|lt-LT|baltic|Kaunas,Klaipėda,Vilnius|0
HU|Hungary|central-eastern-europe|hu-HU|hungarian|Debrecen,Szeged,Pécs|0
SK|Slovakia|central-eastern-europe|sk-SK|czech|Košice,Žilina,Nitra|0
BG|Bulgaria|central-eastern-europe|bg-BG|bulgarian|Plovdiv,Varna,Burgas|0
RS|Serbia|central-eastern-europe|sr-RS|serbian|Novi Sad,Niš,Kragujevac|0
HR|Croatia|central-eastern-europe|hr-HR|serbian|Split,Rijeka,Osijek|0
KW|Kuwait|mena|ar-KW|arabic hindi|Kuwait City,Hawalli,Salmiya|0
QA|Qatar|mena|ar-QA|arabic filipino|Doha,Al Rayyan,Al Wakrah|0
JO|Jordan|mena|ar-JO|arabic|Amman,Irbid,Zarqa|0
LB|Lebanon|mena|ar-LB|arabic french|Beirut,Tripoli,Saida|0
MA|Morocco|mena|fr-MA ar-MA|arabic|Casablanca,Marrakech,Tangier|0
GH|Ghana|sub-saharan-africa|en-GH|ghanaian|Accra,Kumasi,Takoradi|0
CI|Côte d'Ivoire|sub-saharan-africa|fr-CI|ivorian|Abidjan,Bouaké,San-Pédro|0
ET|Ethiopia|sub-saharan-africa|am-ET|ethiopian|Addis Ababa,Dire Dawa,Hawassa|0
PH|Philippines|asia-pacific|fil-PH en-PH|filipino|Cebu,Davao,Quezon City|0
MY|Malaysia|asia-pacific|ms-MY en-MY|indonesian chinese tamil|Penang,Johor Bahru,Ipoh|0
SG|Singapore|asia-pacific|en-SG|chinese indonesian tamil|Tampines,Jurong,Woodlands|0
PK|Pakistan|asia-pacific|ur-PK en-PK|arabic|Lahore,Karachi,Faisalabad|0
CL|Chile|americas|es-CL|spanish|Valparaíso,Concepción,Temuco|0
PE|Peru|americas|es-PE|spanish|Arequipa,Trujillo,Cusco|-
EE|Estonia|nordics-baltics|et-EE|finnish|Tartu,Narva,Pärnu|-
LV|Latvia|nordics-baltics|lv-LV|baltic|Daugavpils,Liepāja,Jelgava|-
CY|Cyprus|southern-europe|el-CY|greek|Limassol,Larnaca,Paphos|-
SI|Slovenia|central-eastern-europe|sl-SI|serbian|Maribor,Celje,Koper|-
GE|Georgia|central-eastern-europe|ka-GE|georgian|Batumi,Kutaisi,Rustavi|-
AM|Armenia|central-eastern-europe|hy-AM|armenian|Gyumri,Vanadzor,Yerevan|-
BH|Bahrain|mena|ar-BH|arabic|Manama,Riffa,Muharraq|-
OM|Oman|mena|ar-OM|arabic|Muscat,Salalah,Sohar|-
TN|Tunisia|mena|fr-TN|arabic|Sfax,Sousse,Tunis|-
DZ|Algeria|mena|fr-DZ|arabic|Oran,Constantine,Annaba|-
SN|Senegal|sub-saharan-africa|fr-SN|ivorian|Thiès,Saint-Louis,Dakar|-
TZ|Tanzania|sub-saharan-africa|sw-TZ|kenyan|Dar es Salaam,Arusha,Mwanza|-
UG|Uganda|sub-saharan-africa|en-UG|kenyan|Kampala,Gulu,Mbarara|-
ZM|Zambia|sub-saharan-africa|en-ZM|zulu|Lusaka,Ndola,Kitwe|-
BD|Bangladesh|asia-pacific|bn-BD|bengali|Dhaka,Chattogram,Sylhet|-
LK|Sri Lanka|asia-pacific|si-LK|tamil|Kandy,Colombo,Galle|-
LU|Luxembourg|western-europe|fr-LU de-LU|french german|Esch-sur-Alzette,Differdange,Luxembourg City|-
NZ|New Zealand|asia-pacific|en-NZ|english|Wellington,Hamilton,Dunedin|-
`;

const readCountry = (line: string): Country => {
  const [code, name, regionKey, languages, cultures, cities, teams, ...rest] = line.split("|");
  if (!code || !name || !regionKey || !languages || !cultures || !cities || !teams || rest.length > 0) {
    throw new Error(`Malformed country line: ${line}`);
  }
  return {
    code,
    name,
    regionKey,
    languages: languages.split(" "),
    cultures: cultures.split(" "),
    cities: cities.split(","),
    hasOkrs: teams !== "-",
    teams: teams === "-" ? 0 : Number(teams),
  };
};

export const countries: readonly Country[] = table.trim().split("\n").map(readCountry);
