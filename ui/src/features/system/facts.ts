// The facts about an AI system as the form, the page and the import name them.
import type { DataGrade, KeyArea, Phase, SystemFacts } from "../../api/contract.gen";
import { t } from "../../l10n/index.svelte";
import { capital, list, shortDay } from "../../l10n/format";

export const KEY_AREAS: readonly KeyArea[] = [
  "government",
  "energy",
  "finance",
  "transport",
  "health",
  "water",
  "telecommunications",
  "public_safety",
  "education",
  "industry",
  "other",
];
export const PHASES: readonly Phase[] = ["before_use", "in_use", "after_change", "after_incident", "retired"];
export const DATA_GRADES: readonly DataGrade[] = [
  "public",
  "internal",
  "personal",
  "sensitive_personal",
  "important",
  "core",
];

/** Facts that are yes, no or not given. */
export const YES_NO = ["criticalInfrastructure", "personalInformation", "importantData", "crossBorder"] as const;

/** Every field that a column of an imported table can fill, in the order of the form. */
export const IMPORT_FIELDS = [
  "name",
  "reference",
  "supplier",
  "model",
  "version",
  "purpose",
  "decisionPoints",
  "keyArea",
  "unit",
  "phase",
  "dataGrades",
  "affected",
  "scale",
  "autonomy",
  "protectionLevel",
  "protectionNumber",
  "cryptographyAssessedOn",
  "impactAssessedOn",
  "modelFilingNumber",
  ...YES_NO,
] as const;

export function emptyFacts(): SystemFacts {
  return {
    name: "",
    reference: "",
    supplier: "",
    model: "",
    version: "",
    purpose: "",
    decisionPoints: [],
    keyArea: "government",
    unit: "",
    dataGrades: [],
    affected: "",
    scale: "",
    autonomy: "",
    phase: "before_use",
    filing: {
      protectionLevel: null,
      protectionNumber: "",
      cryptographyAssessedOn: null,
      impactAssessedOn: null,
      modelFilingNumber: "",
      criticalInfrastructure: null,
      personalInformation: null,
      importantData: null,
      crossBorder: null,
    },
  };
}

function yesNo(value: boolean | null): string {
  return value === null ? "" : value ? t("yes") : t("no");
}

export interface FactGroup {
  title: string;
  facts: { label: string; value: string }[];
}

/** The facts in words, grouped as in the form; a fact that is not given says so. */
export function factGroups(facts: SystemFacts): FactGroup[] {
  const { filing } = facts;
  const level = filing.protectionLevel;
  return [
    group("identity", {
      reference: facts.reference,
      supplier: facts.supplier,
      model: facts.model,
      version: facts.version,
      unit: facts.unit,
      keyArea: t(`area-${facts.keyArea}`),
      phase: t(`phase-${facts.phase}`),
    }),
    group("use", {
      purpose: facts.purpose,
      decisionPoints: list(facts.decisionPoints),
      affected: facts.affected,
      scale: facts.scale,
      autonomy: facts.autonomy,
    }),
    group("data", {
      dataGrades: capital(list(facts.dataGrades.map((grade) => t(`data-grade-${grade}`)))),
      personalInformation: yesNo(filing.personalInformation),
      importantData: yesNo(filing.importantData),
      crossBorder: yesNo(filing.crossBorder),
    }),
    group("filing", {
      criticalInfrastructure: yesNo(filing.criticalInfrastructure),
      protectionLevel: level === null ? "" : t("system-protection-level", { level }),
      protectionNumber: filing.protectionNumber,
      cryptographyAssessedOn: filing.cryptographyAssessedOn ? shortDay(filing.cryptographyAssessedOn) : "",
      impactAssessedOn: filing.impactAssessedOn ? shortDay(filing.impactAssessedOn) : "",
      modelFilingNumber: filing.modelFilingNumber,
    }),
  ];
}

function group(id: string, values: Record<string, string>): FactGroup {
  return {
    title: t(`system-group-${id}`),
    facts: Object.entries(values).map(([field, value]) => ({ label: t(`system-field-${field}`), value })),
  };
}
