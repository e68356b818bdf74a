"use client";

import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { FormatDescription } from "@/lib/core/exchange/formats/exporter";
import type { SetFormat } from "@/lib/core/exchange/formats/format-names";
import type { ExportChoices } from "./export-choices";
import { SETTING_NAMES, SETTING_OPTIONS } from "./export-words";

/** A format of annotation sets, as the registry describes it. */
export interface ExportFormatChoice extends FormatDescription {
  readonly format: SetFormat;
}

export interface FormatChoicesProps {
  readonly formats: readonly ExportFormatChoice[];
  readonly choices: ExportChoices;
  /** The one that is chosen. */
  readonly format: ExportFormatChoice | undefined;
  readonly onChange: (next: Partial<ExportChoices>) => void;
}

/** Which tool a file is for, and what can be chosen about its format. */
export function FormatChoices({ formats, choices, format, onChange }: FormatChoicesProps) {
  const options = formats
    .filter((one) => one.format !== "jsonl")
    .map(({ format: value, name: label, about: description }) => ({ value, label, description }));
  const { tokens, columns, cells } = choices;
  const heeds = (setting: keyof typeof SETTING_OPTIONS) => format?.settings.includes(setting) === true;
  return (
    <>
      <Select
        label="Format"
        options={options}
        value={format?.format ?? null}
        onChange={(chosen) => onChange({ format: chosen })}
        className="max-w-sm"
      />
      {heeds("tokens") && (
        <SegmentedControl
          {...SETTING_NAMES.tokens}
          segments={SETTING_OPTIONS.tokens}
          value={tokens}
          onChange={(chosen) => chosen !== null && onChange({ tokens: chosen })}
        />
      )}
      {heeds("columns") && (
        <SegmentedControl
          {...SETTING_NAMES.columns}
          segments={SETTING_OPTIONS.columns}
          value={columns}
          onChange={(chosen) => chosen !== null && onChange({ columns: chosen })}
        />
      )}
      {heeds("cells") && (
        <SegmentedControl
          {...SETTING_NAMES.cells}
          segments={SETTING_OPTIONS.cells}
          value={cells}
          onChange={(chosen) => chosen !== null && onChange({ cells: chosen })}
        />
      )}
    </>
  );
}
