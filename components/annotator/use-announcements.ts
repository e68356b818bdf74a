"use client";

import { useCallback, useState } from "react";
import { showToast } from "@/components/ui/show-toast";

/** What is read aloud, and what is shown besides because something was not done. */
export function useAnnouncements() {
  const [message, setMessage] = useState({ text: "", count: 0 });
  const say = useCallback((text: string) => {
    if (text !== "") setMessage(({ count }) => ({ text, count: count + 1 }));
  }, []);
  const complain = useCallback((text: string) => {
    showToast({ title: text, tone: "warn" });
  }, []);
  return { message, say, complain };
}
