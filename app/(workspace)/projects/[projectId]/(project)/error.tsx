"use client";

import { PageError, type PageErrorProps } from "../../../page-error";

export default function ProjectError(props: PageErrorProps) {
  return <PageError {...props} />;
}
