/** The kinds of units there are below the company: business functions and the kinds of teams a country has. */

export interface BusinessFunction {
  readonly key: string;
  readonly name: string;
  /** Families of themes the unit takes its objectives from. */
  readonly families: readonly string[];
  readonly headTitle: string;
  readonly titles: readonly string[];
  /** Where most of its people sit, ISO 3166-1 alpha-2. */
  readonly hubs: readonly string[];
}

export interface FunctionTeam {
  readonly key: string;
  readonly name: string;
  readonly functionKey: string;
  readonly families: readonly string[];
  readonly leadTitle: string;
  readonly titles: readonly string[];
  readonly hub: string;
}

export interface TeamKind {
  readonly key: string;
  readonly families: readonly string[];
  /** Name by language; the city is put behind it. */
  readonly names: Readonly<Record<string, string>> & { readonly en: string };
  readonly leadTitle: string;
  readonly titles: readonly string[];
}

const hubs = ["AE", "GB", "PL", "IN"];

export const businessFunctions: readonly BusinessFunction[] = [
  {
    key: "finance",
    name: "Group Finance",
    families: ["finance"],
    headTitle: "Chief Financial Officer",
    titles: ["Financial Controller", "Treasury Manager", "Head of Tax", "Business Analyst", "Credit Manager"],
    hubs,
  },
  {
    key: "people",
    name: "People and Culture",
    families: ["people", "staffing"],
    headTitle: "Chief People Officer",
    titles: ["Head of Reward", "HR Business Partner", "Talent Manager", "Labour Relations Manager", "People Analyst"],
    hubs,
  },
  {
    key: "technology",
    name: "Technology",
    families: ["tech"],
    headTitle: "Chief Information Officer",
    titles: [
      "Enterprise Architect",
      "Head of Field Systems",
      "Security Officer",
      "Delivery Manager",
      "Microsoft 365 Engineer",
    ],
    hubs,
  },
  {
    key: "operations",
    name: "Operations Excellence",
    families: ["ops", "route", "merch"],
    headTitle: "Head of Operations Excellence",
    titles: ["Process Manager", "Continuous Improvement Lead", "Programme Manager", "Operations Analyst"],
    hubs,
  },
  {
    key: "client-service",
    name: "Client Service",
    families: ["client"],
    headTitle: "Chief Client Officer",
    titles: ["Global Account Director", "Client Insight Manager", "Contract Manager", "Service Delivery Manager"],
    hubs,
  },
  {
    key: "commercial",
    name: "Commercial Development",
    families: ["sales"],
    headTitle: "Chief Commercial Officer",
    titles: ["Bid Manager", "Pricing Manager", "Business Development Director", "Partnership Manager"],
    hubs,
  },
  {
    key: "data",
    name: "Data and Insights",
    families: ["data"],
    headTitle: "Chief Data Officer",
    titles: ["Data Steward", "Data Scientist", "Insight Manager", "Analytics Engineer"],
    hubs,
  },
  {
    key: "marketing",
    name: "Brand and Communications",
    families: ["marketing"],
    headTitle: "Head of Brand and Communications",
    titles: ["Internal Communications Manager", "Content Editor", "Press Officer", "Brand Designer"],
    hubs,
  },
  {
    key: "legal",
    name: "Legal and Privacy",
    families: ["legal"],
    headTitle: "General Counsel",
    titles: ["Privacy Counsel", "Contract Lawyer", "Compliance Officer", "Company Secretary"],
    hubs,
  },
  {
    key: "procurement",
    name: "Procurement",
    families: ["procurement"],
    headTitle: "Chief Procurement Officer",
    titles: ["Category Buyer", "Fleet Manager", "Supplier Manager", "Sourcing Analyst"],
    hubs,
  },
  {
    key: "sustainability",
    name: "Sustainability and Safety",
    families: ["esg"],
    headTitle: "Head of Sustainability and Safety",
    titles: ["Safety Officer", "Carbon Analyst", "Human Rights Officer", "Waste Manager"],
    hubs,
  },
  {
    key: "digital-commerce",
    name: "Digital Commerce",
    families: ["ecom", "loyalty"],
    headTitle: "Head of Digital Commerce",
    titles: ["Content Lead", "Loyalty Programme Manager", "Retail Media Manager", "Catalogue Manager"],
    hubs,
  },
  {
    key: "academy",
    name: "Retail Academy",
    families: ["training"],
    headTitle: "Dean of the Retail Academy",
    titles: ["Learning Designer", "Trainer", "Accreditation Manager", "Video Producer"],
    hubs,
  },
];

export const functionTeams: readonly FunctionTeam[] = [
  {
    key: "shared-services",
    name: "Finance Shared Services Kraków",
    functionKey: "finance",
    families: ["finance"],
    leadTitle: "Head of Shared Services",
    titles: ["Accounts Payable Specialist", "Billing Specialist", "Cash Collector", "General Ledger Accountant"],
    hub: "PL",
  },
  {
    key: "payroll",
    name: "Payroll Operations Manila",
    functionKey: "finance",
    families: ["finance", "people"],
    leadTitle: "Payroll Operations Manager",
    titles: ["Payroll Specialist", "Time and Attendance Analyst", "Payroll Controller"],
    hub: "PH",
  },
  {
    key: "field-app",
    name: "Field App Squad",
    functionKey: "technology",
    families: ["tech"],
    leadTitle: "Product Owner Field App",
    titles: ["Mobile Developer", "Test Engineer", "Interaction Designer", "Backend Developer"],
    hub: "IN",
  },
  {
    key: "integration",
    name: "Client Integration Squad",
    functionKey: "technology",
    families: ["tech", "data"],
    leadTitle: "Integration Lead",
    titles: ["Integration Developer", "Interface Analyst", "Release Manager"],
    hub: "PL",
  },
  {
    key: "service-desk",
    name: "Global Service Desk",
    functionKey: "technology",
    families: ["tech"],
    leadTitle: "Service Desk Manager",
    titles: ["Service Desk Agent", "Device Engineer", "Knowledge Manager"],
    hub: "EG",
  },
  {
    key: "platform",
    name: "Data Platform",
    functionKey: "data",
    families: ["data"],
    leadTitle: "Data Platform Lead",
    titles: ["Data Engineer", "Data Quality Analyst", "Report Developer"],
    hub: "IN",
  },
  {
    key: "recognition",
    name: "Shelf Recognition Lab",
    functionKey: "data",
    families: ["data", "audit"],
    leadTitle: "Head of Shelf Recognition",
    titles: ["Vision Engineer", "Annotation Lead", "Data Scientist"],
    hub: "GB",
  },
  {
    key: "course-studio",
    name: "Course Studio",
    functionKey: "academy",
    families: ["training"],
    leadTitle: "Studio Lead",
    titles: ["Video Editor", "Course Author", "Translator"],
    hub: "AE",
  },
];

export const teamKinds: readonly TeamKind[] = [
  {
    key: "merchandising",
    families: ["merch"],
    names: {
      en: "Field Merchandising",
      de: "Außendienst",
      fr: "Merchandising terrain",
      es: "Merchandising en tienda",
      pt: "Merchandising de campo",
      ar: "الترويج الميداني –",
      zh: "门店陈列组",
      it: "Merchandising",
      pl: "Merchandising terenowy",
      tr: "Saha Merchandising",
    },
    leadTitle: "Field Merchandising Manager",
    titles: ["Merchandiser", "Senior Merchandiser", "Area Supervisor", "Reset Crew Lead"],
  },
  {
    key: "audit",
    families: ["audit"],
    names: {
      en: "Store Audit",
      de: "Filialprüfung",
      fr: "Audit magasins",
      es: "Auditoría de tiendas",
      pt: "Auditoria de lojas",
      ar: "تدقيق المتاجر –",
      zh: "门店审核组",
      it: "Audit punti vendita",
      pl: "Audyt sklepów",
      tr: "Mağaza Denetimi",
    },
    leadTitle: "Audit Manager",
    titles: ["Store Auditor", "Quality Controller", "Mystery Shopping Coordinator", "Price Checker"],
  },
  {
    key: "promoters",
    families: ["promo"],
    names: {
      en: "Promoters and Sampling",
      de: "Promotion und Verkostung",
      fr: "Animation et dégustation",
      es: "Promotores y degustación",
      pt: "Promotores e degustação",
      ar: "المروّجون والتذوق –",
      zh: "促销试吃组",
      it: "Promoter e assaggi",
      pl: "Promotorzy i degustacje",
      tr: "Promotör ve Tadım",
    },
    leadTitle: "Promoter Operations Manager",
    titles: ["Promoter Coordinator", "Promoter", "Stand Logistics Planner", "Activation Lead"],
  },
  {
    key: "accounts",
    families: ["client", "sales"],
    names: {
      en: "Key Accounts",
      de: "Großkunden",
      fr: "Grands comptes",
      es: "Grandes cuentas",
      pt: "Grandes contas",
      ar: "كبار العملاء –",
      zh: "大客户组",
      it: "Grandi clienti",
      pl: "Kluczowi klienci",
      tr: "Kilit Müşteriler",
    },
    leadTitle: "Key Account Director",
    titles: ["Key Account Manager", "Client Executive", "Account Analyst", "Campaign Planner"],
  },
  {
    key: "ecommerce",
    families: ["ecom"],
    names: {
      en: "E-Commerce Content",
      de: "E-Commerce-Inhalte",
      fr: "Contenu e-commerce",
      es: "Contenido digital",
      pt: "Conteúdo digital",
      ar: "محتوى التجارة الإلكترونية –",
      zh: "电商内容组",
      it: "Contenuti digitali",
      pl: "Treści e-commerce",
      tr: "E-Ticaret İçerik",
    },
    leadTitle: "Content Manager",
    titles: ["Content Editor", "Catalogue Specialist", "Product Photographer", "Search Specialist"],
  },
  {
    key: "staffing",
    families: ["staffing"],
    names: {
      en: "Staffing and Recruitment",
      de: "Personaleinsatz",
      fr: "Recrutement terrain",
      es: "Selección de personal",
      pt: "Recrutamento",
      ar: "التوظيف –",
      zh: "招聘组",
      it: "Selezione del personale",
      pl: "Rekrutacja",
      tr: "İşe Alım",
    },
    leadTitle: "Staffing Manager",
    titles: ["Recruiter", "Shift Planner", "Onboarding Specialist", "Candidate Care Agent"],
  },
  {
    key: "loyalty",
    families: ["loyalty"],
    names: {
      en: "Loyalty Services",
      de: "Kundenbindung",
      fr: "Programmes de fidélité",
      es: "Fidelización",
      pt: "Fidelização",
      ar: "برامج الولاء –",
      zh: "会员忠诚组",
      it: "Fedeltà",
      pl: "Programy lojalnościowe",
      tr: "Sadakat Programları",
    },
    leadTitle: "Loyalty Manager",
    titles: ["Campaign Manager", "Member Service Agent", "Loyalty Analyst"],
  },
  {
    key: "planning",
    families: ["route", "ops"],
    names: {
      en: "Route Planning",
      de: "Tourenplanung",
      fr: "Planification des tournées",
      es: "Planificación de rutas",
      pt: "Planejamento de rotas",
      ar: "تخطيط المسارات –",
      zh: "路线规划组",
      it: "Pianificazione giri",
      pl: "Planowanie tras",
      tr: "Rota Planlama",
    },
    leadTitle: "Route Planning Manager",
    titles: ["Route Planner", "Dispatcher", "Fleet Coordinator"],
  },
  {
    key: "academy",
    families: ["training"],
    names: {
      en: "Field Academy",
      de: "Schulung",
      fr: "École du terrain",
      es: "Escuela de campo",
      pt: "Escola de campo",
      ar: "أكاديمية الميدان –",
      zh: "培训组",
      it: "Scuola sul campo",
      pl: "Akademia terenowa",
      tr: "Saha Akademisi",
    },
    leadTitle: "Training Manager",
    titles: ["Trainer", "Training Coordinator", "Field Coach"],
  },
];
