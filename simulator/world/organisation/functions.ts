/** The business functions at group level, and the teams that belong to them. */

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
