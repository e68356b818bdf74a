"use client";

import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components/SearchField";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX } from "./field";

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  "children" | "className" | "style" | "isInvalid"
> {
  /** What is searched; not shown, the placeholder says it. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

/** Enter calls `onSubmit`, Escape empties it. */
export function SearchField({ label, placeholder = label, inputRef, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={classNames("group", className)}>
      <Label className="sr-only">{label}</Label>
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
        />
        <Input
          {...defined({ ref: inputRef })}
          placeholder={placeholder}
          className={classNames(
            FIELD_BOX,
            "h-8 pr-8 pl-8.5 text-base [&::-webkit-search-cancel-button]:hidden",
          )}
        />
        <AriaButton className="absolute top-1/2 right-1 grid size-6 -translate-y-1/2 place-items-center rounded-md text-soft group-data-empty:hidden hover:text-ink">
          <X aria-hidden className="size-3.5" />
        </AriaButton>
      </div>
    </AriaSearchField>
  );
}
