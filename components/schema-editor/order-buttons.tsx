"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { IconButton } from "@/components/ui/icon-button";

export interface Place {
  readonly index: number;
  readonly count: number;
}

export interface OrderButtonsProps {
  /** Of what is moved. */
  readonly name: string;
  readonly place: Place;
  readonly onMove: (by: -1 | 1) => void;
  /** Left out where it cannot be removed. */
  readonly onRemove?: (() => void) | undefined;
}

/** Moves one row of a list up or down, and takes it away. Focus stays on the button that was pressed. */
export function OrderButtons({ name, place: { index, count }, onMove, onRemove }: OrderButtonsProps) {
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const move = (by: -1 | 1) => {
    // The row's element is taken out and put in elsewhere, which loses focus.
    flushSync(() => onMove(by));
    const [pressed, other] = by === -1 ? [up, down] : [down, up];
    pressed.current?.focus();
    if (document.activeElement !== pressed.current) other.current?.focus();
  };
  return (
    <div className="flex shrink-0 items-start">
      <IconButton
        ref={up}
        icon={ArrowUp}
        size="small"
        label={`Move ${name} up`}
        isDisabled={index === 0}
        onPress={() => move(-1)}
      />
      <IconButton
        ref={down}
        icon={ArrowDown}
        size="small"
        label={`Move ${name} down`}
        isDisabled={index === count - 1}
        onPress={() => move(1)}
      />
      {onRemove !== undefined && (
        <IconButton icon={Trash2} size="small" label={`Remove ${name}`} onPress={onRemove} />
      )}
    </div>
  );
}
