"use client";

import type { ArticleSurface } from "@/lib/client/dom/surface";

export function BoundaryHandles({ surface: _ }: { readonly surface: ArticleSurface | null }) {
  return null;
}
