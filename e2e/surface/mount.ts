import { createArticleSurface } from "@/lib/client/dom/article-surface";
import type {
  ArticleSurface,
  SurfaceAnnotation,
  SurfaceLabel,
  SurfaceOptions,
} from "@/lib/client/dom/surface";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";

/** What a surface reported, as its callbacks were called. */
export type Report =
  | readonly ["select", number | null, number | null, string]
  | readonly ["hit", readonly string[]]
  | readonly ["hover", string | null]
  | readonly ["caret", number | null, number | null];

export interface PlainAnnotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly state?: SurfaceAnnotation["state"];
}

export interface MountOptions extends Pick<SurfaceOptions, "painter" | "chips"> {
  /** How many rows stand in the page before, as if the server had rendered them. */
  readonly serverRows?: number;
}

declare global {
  interface Window {
    article: {
      readonly mount: (text: string, options?: MountOptions) => void;
      /** A new surface on what the last one left. */
      readonly remount: () => void;
      readonly surface: ArticleSurface;
      readonly text: DocumentText;
      readonly reports: Report[];
      readonly annotate: (annotations: readonly PlainAnnotation[]) => void;
      readonly annotation: (plain: PlainAnnotation) => SurfaceAnnotation;
    };
  }
}

const LABELS: readonly SurfaceLabel[] = [
  {
    key: "claim",
    name: "Claim",
    fill: "oklch(.945 .065 88)",
    strong: "oklch(.86 .101 88)",
    line: "oklch(.62 .13 70)",
    style: "solid",
  },
  {
    key: "actor",
    name: "Actor",
    fill: "oklch(.935 .04 245)",
    strong: "oklch(.85 .062 245)",
    line: "oklch(.5 .15 255)",
    style: "dotted",
  },
  {
    key: "stance",
    name: "Stance",
    fill: "oklch(.935 .05 350)",
    strong: "oklch(.85 .078 350)",
    line: "oklch(.52 .19 5)",
    style: "dashed",
  },
];

const host = document.querySelector<HTMLElement>("#article");
if (host === null) throw new Error("no article");

let surface: ArticleSurface | null = null;
let given: Pick<SurfaceOptions, "painter" | "chips"> = {};
let text = DocumentText.of("");
const reports: Report[] = [];

const annotation = (plain: PlainAnnotation): SurfaceAnnotation => ({
  state: "saved",
  ...plain,
  start: codePoint(plain.start),
  end: codePoint(plain.end),
});

window.article = {
  mount(string, { serverRows = 0, ...options } = {}) {
    surface?.destroy();
    host.replaceChildren(
      ...string
        .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
        .slice(0, serverRows)
        .map((line) => Object.assign(document.createElement("p"), { textContent: line })),
    );
    text = DocumentText.of(string);
    given = options;
    window.article.remount();
  },
  remount() {
    reports.length = 0;
    surface = createArticleSurface(host, {
      text,
      locale: "en",
      labels: LABELS,
      ...given,
      onSelect: (span, means) => reports.push(["select", span?.start ?? null, span?.end ?? null, means]),
      onHit: (ids) => reports.push(["hit", ids]),
      onHover: (id) => reports.push(["hover", id]),
      onCaret: (span) => reports.push(["caret", span?.start ?? null, span?.end ?? null]),
    });
  },
  get surface() {
    if (surface === null) throw new Error("nothing is mounted");
    return surface;
  },
  get text() {
    return text;
  },
  reports,
  annotation,
  annotate: (annotations) => window.article.surface.setAnnotations(annotations.map(annotation)),
};
