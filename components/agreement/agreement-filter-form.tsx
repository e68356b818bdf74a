"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AgreementFilter, AgreementView } from "@/lib/contracts/agreement";
import { agreementHref } from "./agreement-address";

const ANY = "";

export interface AgreementFilterFormProps {
  readonly projectId: string;
  readonly filter: AgreementFilter;
  readonly choices: Pick<AgreementView, "sources" | "guidelineVersions">;
}

/** Which documents count. The choice is part of the address. */
export function AgreementFilterForm({ projectId, filter, choices }: AgreementFilterFormProps) {
  const router = useRouter();
  const show = (change: Partial<AgreementFilter>) =>
    router.push(agreementHref(projectId, { ...filter, ...change }));
  return (
    <div className="flex flex-wrap items-end gap-3">
      {choices.sources.length > 0 && (
        <Select
          label="Source"
          className="w-48 max-sm:w-full"
          options={[
            { value: ANY, label: "All sources" },
            ...choices.sources.map((source) => ({ value: source, label: source })),
          ]}
          value={filter.source ?? ANY}
          onChange={(source) => show({ source: source === ANY ? undefined : source })}
        />
      )}
      {choices.guidelineVersions.length > 1 && (
        <Select
          label="Guideline"
          className="w-40 max-sm:w-full"
          options={[
            { value: ANY, label: "All versions" },
            ...choices.guidelineVersions.map((version) => ({
              value: String(version),
              label: `Version ${version}`,
            })),
          ]}
          value={filter.guidelineVersion === undefined ? ANY : String(filter.guidelineVersion)}
          onChange={(version) => show({ guidelineVersion: version === ANY ? undefined : Number(version) })}
        />
      )}
      <TextField
        label="Completed from"
        type="date"
        value={filter.from ?? ""}
        onChange={(from) => show({ from: from === "" ? undefined : from })}
      />
      <TextField
        label="to"
        type="date"
        value={filter.to ?? ""}
        onChange={(to) => show({ to: to === "" ? undefined : to })}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="plain" onPress={() => router.push(agreementHref(projectId, {}))}>
          Count all documents
        </Button>
      )}
    </div>
  );
}
