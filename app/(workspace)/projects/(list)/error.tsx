"use client";

import { PageError, type PageErrorProps } from "../../page-error";

export default function ProjectsError(props: PageErrorProps) {
  return <PageError {...props} />;
}
