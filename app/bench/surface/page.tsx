import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SurfaceBench } from "@/components/annotator/surface-bench";
import { env } from "@/lib/server/env";

export function generateMetadata(): Metadata {
  return env().bench ? { title: "Surface bench" } : {};
}

/** The article alone, for measurements. It needs no account and shows nothing of anybody's. */
export default function SurfaceBenchPage() {
  if (!env().bench) notFound();
  return <SurfaceBench />;
}
