"use client";

import { useState } from "react";

interface Row {
  readonly id: string;
  readonly isNew: boolean;
}

/** Which rows of a list are open: those that somebody opened, and new ones until they are closed. */
export function useOpenRows() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  return {
    isOpen: ({ id, isNew }: Row) => chosen.get(id) ?? isNew,
    setOpen: ({ id }: Row, isOpen: boolean) => setChosen((before) => new Map(before).set(id, isOpen)),
  };
}
