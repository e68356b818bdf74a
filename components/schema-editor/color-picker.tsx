"use client";

import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { paletteMark } from "@/components/ui/palette-mark";
import { PALETTE, type PaletteColor } from "@/lib/core/schema/schema";

export interface ColorPickerProps {
  readonly value: PaletteColor;
  /** The label's place in its schema. */
  readonly index: number;
  readonly onChange: (color: PaletteColor) => void;
}

/** One of the palette's colours, each shown as it will mark text. Arrow keys choose. */
export function ColorPicker({ value, index, onChange }: ColorPickerProps) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => onChange(PALETTE.find((color) => color === chosen) ?? value)}
      orientation="horizontal"
      className="flex flex-col gap-1.5"
    >
      <Label className="font-medium">Colour</Label>
      <div className="grid max-w-md grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))] gap-1.5">
        {PALETTE.map((color) => (
          <ColorChoice key={color} color={color} index={index} />
        ))}
      </div>
    </RadioGroup>
  );
}

function ColorChoice({ color, index }: { readonly color: PaletteColor; readonly index: number }) {
  const { fill, line, style } = paletteMark(color, index);
  return (
    <RadioField value={color} aria-label={color}>
      <RadioButton
        style={{ background: fill }}
        className="grid h-8 place-items-center rounded-md border border-transparent outline-offset-2 forced-color-adjust-none data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:border-ink pointer-coarse:h-11"
      >
        <span
          aria-hidden
          style={{ textDecorationColor: line, textDecorationStyle: style }}
          className="font-serif text-lg leading-5 text-ink underline decoration-2 underline-offset-3"
        >
          Aa
        </span>
      </RadioButton>
    </RadioField>
  );
}
