"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { LinkButton } from "@/components/ui/link-button";
import { RadioList } from "@/components/ui/radio-list";
import { Section } from "@/components/ui/section";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { SetFormat } from "@/lib/core/exchange/formats/format-names";
import { SET_STATES } from "@/lib/core/workflow/set-state";
import { WORK_STATE_NAMES } from "../documents/work-state";
import { exportQuery, type ExportChoices } from "./export-choices";
import { exportCommand, exportCurl, exportPath } from "./export-commands";
import { FormatChoices, type ExportFormatChoice } from "./export-format-choices";
import { exportInWords, SET_CHOICE_OPTIONS } from "./export-words";
import { LossCheck } from "./loss-check";
import { lossesInWords } from "./loss-words";

export interface ExportPanelProps {
  readonly projectId: string;
  /** The address of this installation, for the lines to copy. */
  readonly origin: string;
  readonly formats: readonly ExportFormatChoice[];
  readonly initial: ExportChoices;
}

const FORMS = [
  {
    value: "jsonl",
    label: "Training data",
    description: "JSONL with texts, spans and relations, for Hugging Face, pandas, DuckDB.",
  },
  {
    value: "other",
    label: "For another tool",
    description: "spaCy, CoNLL, doccano, Prodigy and others, with a report of what each cannot hold.",
  },
  {
    value: "archive",
    label: "Archive",
    description: "The whole project with its history, to keep or to move to another installation.",
  },
] as const;

/** What “For another tool” begins with. */
const OTHERS_FIRST: SetFormat = "spacy";

const PEOPLE_SEGMENTS = [
  { value: "pseudonyms", label: "Pseudonyms" },
  { value: "addresses", label: "Names and addresses" },
] as const;

/** Chooses what goes into a file and says it in words. The choice is part of the address. */
export function ExportPanel({ projectId, origin, formats, initial }: ExportPanelProps) {
  const [choices, setChoices] = useState(initial);
  const query = exportQuery(choices);
  const form = choices.format === "jsonl" || choices.format === "archive" ? choices.format : "other";
  const format = formats.find((one) => one.format === choices.format);
  const change = (next: Partial<ExportChoices>) => {
    const changed = { ...choices, ...next };
    setChoices(changed);
    const search = exportQuery(changed);
    window.history.replaceState(null, "", search === "" ? window.location.pathname : `?${search}`);
  };
  return (
    <>
      <Section title="What">
        <div className="flex flex-col gap-5">
          <RadioList
            label="Form"
            options={FORMS}
            value={form}
            onChange={(chosen) => change({ format: chosen === "other" ? OTHERS_FIRST : chosen })}
          />
          {form === "other" && (
            <FormatChoices formats={formats} choices={choices} format={format} onChange={change} />
          )}
          {choices.format === "archive" ? (
            <SegmentedControl
              label="People"
              segments={PEOPLE_SEGMENTS}
              value={choices.people}
              onChange={(people) => people !== null && change({ people })}
            />
          ) : (
            <TrainingChoices choices={choices} onChange={change} />
          )}
        </div>
      </Section>
      <Section title="What will be in it">
        <ul className="mb-4 flex max-w-prose list-disc flex-col gap-1 pl-4" aria-live="polite">
          {exportInWords(choices).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <LinkButton href={exportPath(projectId, query)} variant="primary" prefetch={false} download>
          <Download aria-hidden /> Download
        </LinkButton>
      </Section>
      <Section title="What is lost" description={lossesInWords(format?.loses ?? [])}>
        <LossCheck key={query} projectId={projectId} query={query} />
      </Section>
      <Section
        title="By command"
        description="The same file, for scripts. Make a token under API tokens in your account’s menu."
      >
        <div className="flex flex-col gap-4">
          <CopyField label="curl" value={exportCurl(origin, projectId, query)} />
          <CopyField
            label="On the server"
            value={exportCommand(projectId, choices, format?.fileName ?? "triptych-archive.jsonl")}
            description="In the folder Triptych runs from."
          />
        </div>
      </Section>
    </>
  );
}

interface TrainingChoicesProps {
  readonly choices: ExportChoices;
  readonly onChange: (next: Partial<ExportChoices>) => void;
}

function TrainingChoices({ choices, onChange }: TrainingChoicesProps) {
  const { sets, states, withUnannotated } = choices;
  return (
    <>
      <Select
        label="Sets"
        options={SET_CHOICE_OPTIONS}
        value={sets}
        onChange={(chosen) => onChange({ sets: chosen })}
        className="max-w-sm"
      />
      <fieldset>
        <legend className="mb-1.5 font-medium">Only in these states</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {SET_STATES.map((state) => (
            <Checkbox
              key={state}
              isSelected={states.includes(state)}
              onChange={(isChosen) =>
                onChange({
                  states: SET_STATES.filter((one) => (one === state ? isChosen : states.includes(one))),
                })
              }
            >
              {WORK_STATE_NAMES[state]}
            </Checkbox>
          ))}
        </div>
        <p className="mt-1 text-sm text-soft">None ticked: all states.</p>
      </fieldset>
      <Checkbox isSelected={withUnannotated} onChange={(isChosen) => onChange({ withUnannotated: isChosen })}>
        Also documents that nobody has annotated
      </Checkbox>
    </>
  );
}
