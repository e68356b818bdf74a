"use client";

import { Download } from "lucide-react";
import { saveFile } from "@/components/exchange/save-file";
import { Button } from "@/components/ui/button";
import type { AgreementView } from "@/lib/contracts/agreement";
import { figuresCsv } from "./figures-csv";

/** All figures as a file, of each pair too. */
export function SaveFigures({ view: { figures, annotators } }: { readonly view: AgreementView }) {
  return (
    <Button
      onPress={() => saveFile("agreement.csv", "text/csv;charset=utf-8", figuresCsv(figures, annotators))}
    >
      <Download aria-hidden /> CSV
    </Button>
  );
}
