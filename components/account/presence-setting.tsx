"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";

/** Whether colleagues in a shared article see where one reads. It holds from the moment it is changed. */
export function PresenceSetting({ shares }: { readonly shares: boolean }) {
  const [isOn, setIsOn] = useState(shares);
  const change = async (wanted: boolean) => {
    setIsOn(wanted);
    const answer = await callApi({ method: "PUT", path: "/me/presence", body: { shares: wanted } });
    if (answer.ok) {
      showToast({ title: wanted ? "Others see where you are" : "Nobody sees where you are", tone: "ok" });
      return;
    }
    setIsOn(!wanted);
    showToast({ title: "That was not saved", description: answer.problem.message, tone: "danger" });
  };
  return (
    <Checkbox isSelected={isOn} onChange={(wanted) => void change(wanted)}>
      Show colleagues where I am in a shared article
    </Checkbox>
  );
}
