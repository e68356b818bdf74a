"use client";

import { useSyncExternalStore } from "react";
import { relativeTime } from "./relative-time";

const MINUTE_MS = 60_000;

export interface TimeAgoProps {
  /** ISO 8601, as the server sends it. */
  readonly at: string;
}

/**
 * "3 minutes ago", kept up to date. The server knows neither the reader's clock nor time zone, so it sends the date
 * in UTC and the browser puts the words in its place after hydration.
 */
export function TimeAgo({ at }: TimeAgoProps) {
  const minute = useSyncExternalStore(everyMinute, currentMinute, unknownMinute);
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      title={minute === null ? undefined : LOCAL.format(date)}
      className="whitespace-nowrap"
    >
      {minute === null ? UTC_DAY.format(date) : relativeTime(date.getTime(), minute * MINUTE_MS + MINUTE_MS)}
    </time>
  );
}

const UTC_DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const LOCAL = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

function everyMinute(notify: () => void): () => void {
  const timer = setInterval(notify, MINUTE_MS);
  return () => clearInterval(timer);
}
const currentMinute = () => Math.floor(Date.now() / MINUTE_MS);
const unknownMinute = () => null;
