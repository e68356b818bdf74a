import { cohenKappa, kappaOf } from "@/lib/core/agreement/coding/cohen-kappa";
import type { CodingCoefficient } from "@/lib/core/agreement/coding/coding-coefficient";
import { observedAgreement, marginsOf } from "@/lib/core/agreement/coding/confusion";
import {
  fleissAgreement,
  fleissKappa,
  fleissKappaOf,
  fleissKappaOfCategory,
} from "@/lib/core/agreement/coding/fleiss-kappa";
import { ac1Chance, ac1Of, gwetAc1 } from "@/lib/core/agreement/coding/gwet-ac1";
import type { Item } from "@/lib/core/agreement/coding/item";
import {
  alphaOf,
  disagreements,
  krippendorffAlpha,
  tallyCoincidences,
  type Level,
} from "@/lib/core/agreement/coding/krippendorff-alpha";
import { positionItems } from "@/lib/core/agreement/coding/positions";
import { piOf, scottPi } from "@/lib/core/agreement/coding/scott-pi";
import { listPairs } from "@/lib/core/agreement/pair-tally";
import type { Tally } from "@/lib/core/agreement/tally";
import { f1Of } from "@/lib/core/agreement/spans/match-counts";
import { measured, type WrittenDocument } from "./measured-documents";
import { at } from "@/lib/core/at";

type Value = string | number | null;
interface Rows {
  readonly rows: readonly { readonly n: number; readonly values: readonly Value[] }[];
}
interface Units {
  readonly units: readonly (readonly Value[])[];
}

/** Ratings as items; the annotators are called by their places. */
function itemsOf(input: Rows | Units): readonly Item[] {
  const rows = "rows" in input ? input.rows : input.units.map((values) => ({ n: 1, values }));
  return rows.map(({ n, values }) => ({
    weight: n,
    categories: new Map(
      values.flatMap((value, index) => (value === null ? [] : [[String(index), String(value)] as const])),
    ),
  }));
}

function valueOf<T extends Tally>(coefficient: CodingCoefficient<T>, items: readonly Item[]): number | null {
  return at(coefficient.values(coefficient.tally(items)), 0).coefficient.value;
}

function confusionOf(items: readonly Item[]) {
  return at(listPairs(cohenKappa.tally(items)), 0).tally;
}

/** What the coding vectors name, by metric. */
export const CODING_VECTORS = {
  "coding.cohen_kappa": (input: Rows) => {
    const confusion = confusionOf(itemsOf(input));
    const { categories, first, second, items } = marginsOf(confusion);
    const chance = categories.map((category) => (first(category) / items) * (second(category) / items));
    const po = observedAgreement(confusion).value;
    return {
      po,
      percent: po,
      pe: chance.reduce((sum, one) => sum + one, 0),
      kappa: kappaOf(confusion).value,
    };
  },
  "coding.scott_pi": (input: Rows) => {
    const confusion = confusionOf(itemsOf(input));
    const { categories, first, second, items } = marginsOf(confusion);
    const chance = categories.map((category) => ((first(category) + second(category)) / (2 * items)) ** 2);
    return {
      po: observedAgreement(confusion).value,
      pe: chance.reduce((sum, one) => sum + one, 0),
      pi: piOf(confusion).value,
    };
  },
  "coding.fleiss_kappa": (input: Units, params: { per_category?: readonly Value[] }) => {
    const [panel] = Object.entries(fleissKappa.tally(itemsOf(input)));
    if (panel === undefined) throw new RangeError("no panel");
    const [names, counts] = panel;
    const raters = (JSON.parse(names) as readonly string[]).length;
    const { observed, expected } = fleissAgreement(counts, raters);
    return {
      po: observed,
      pe: expected,
      kappa: fleissKappaOf(counts, raters).value,
      per_category: Object.fromEntries(
        (params.per_category ?? []).map((category) => [
          String(category),
          fleissKappaOfCategory(counts, raters, String(category)).value,
        ]),
      ),
    };
  },
  "coding.krippendorff_alpha": (
    input: Units,
    params: { levels?: readonly Level["level"][]; domain?: readonly Value[] },
  ) => {
    const tally = tallyCoincidences(itemsOf(input));
    const levelOf = (level: Level["level"]): Level =>
      level === "ordinal" ? { level, order: params.domain?.map(String) ?? null } : { level };
    const { observed, expected } = disagreements(tally, { level: "nominal" });
    return {
      ...Object.fromEntries(
        (params.levels ?? []).map((level) => [level, alphaOf(tally, levelOf(level)).value]),
      ),
      nominal_Do: observed,
      nominal_De: expected,
    };
  },
  "coding.gwet_ac1": (input: Rows) => {
    const tally = gwetAc1.tally(itemsOf(input));
    return {
      po: tally.agreement / tally.compared,
      pe: ac1Chance(tally),
      ac1: ac1Of(tally).value,
    };
  },
  "coding.f_vs_kappa": (input: {
    both: number;
    only_a: number;
    only_b: number;
    neither: readonly number[];
  }) => ({
    f1: f1Of({ matched: input.both, a: input.both + input.only_a, b: input.both + input.only_b }).value,
    kappa_by_true_negatives: Object.fromEntries(
      input.neither.map((neither) => [
        String(neither),
        kappaOf({ yes: { yes: input.both, no: input.only_a }, no: { yes: input.only_b, no: neither } }).value,
      ]),
    ),
  }),
  "token.binary": (input: WrittenDocument & { label: string }) => {
    const items = positionItems(measured(input), [input.label]);
    return {
      po: observedAgreement(confusionOf(items)).value,
      cohen_kappa: valueOf(cohenKappa, items),
      scott_pi: valueOf(scottPi, items),
      krippendorff_alpha: valueOf(krippendorffAlpha(), items),
    };
  },
};
