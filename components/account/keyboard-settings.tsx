"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";
import { COMMAND_GROUPS } from "@/lib/core/keyboard/command-spec";
import { COMMANDS, type CommandId } from "@/lib/core/keyboard/commands";
import { DEFAULT_KEYBOARD, givenChordsOf, type Keyboard } from "@/lib/core/keyboard/keyboard";
import { KeyRow } from "./key-row";

/** Every command with the keys that this person gives it; a change is stored at once. */
export function KeyboardSettings({ keyboard: stored }: { readonly keyboard: Keyboard }) {
  const [keyboard, setKeyboard] = useState(stored);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState<CommandId | null>(null);

  const save = async (next: Keyboard): Promise<boolean> => {
    const before = keyboard;
    setKeyboard(next);
    const answer = await callApi<Keyboard>({ method: "PUT", path: "/me/keyboard", body: next });
    if (!answer.ok) setKeyboard(before);
    setProblem(
      answer.ok ? null : [answer.problem, ...answer.problem.faults].map(({ message }) => message).join(" "),
    );
    return answer.ok;
  };
  const give = (own: Keyboard["keys"]) =>
    void save({ ...keyboard, keys: withoutDefaults({ ...keyboard.keys, ...own }) });
  const resetAll = async () => {
    const before = keyboard;
    if (await save({ ...keyboard, keys: {} })) {
      showToast({
        title: "All keys are as they came",
        tone: "ok",
        action: { label: "Undo", onPress: () => void save(before) },
      });
    }
  };
  return (
    <>
      {problem !== null && (
        <Notice tone="danger" isAnswer title="The keys could not be stored">
          {problem}
        </Notice>
      )}
      <Section title="Letters and signs">
        <Checkbox
          isSelected={keyboard.singleCharacters}
          onChange={(singleCharacters) => void save({ ...keyboard, singleCharacters })}
          description="Off, they do nothing: for those who dictate, or whose hands strike keys by chance. Labels are then chosen from the list that Enter opens, and commands by their other keys or from the list of all commands."
        >
          Letters, digits and signs by themselves act while the text has the focus
        </Checkbox>
      </Section>
      <Section
        title="Commands"
        description="Choose a key to take it away, or give a command another one."
        actions={
          <Button isDisabled={Object.keys(keyboard.keys).length === 0} onPress={() => void resetAll()}>
            Reset all keys
          </Button>
        }
      >
        {COMMAND_GROUPS.map((group) => (
          <table key={group} className="mb-5 w-full border-collapse">
            <caption className="pb-1 text-left font-semibold">{group}</caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">Command</th>
                <th scope="col">Keys</th>
              </tr>
            </thead>
            <tbody>
              {COMMANDS.filter((command) => command.group === group).map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  keyboard={keyboard}
                  isAsking={asking === command.id}
                  onAsk={(isAsking) => setAsking(isAsking ? command.id : null)}
                  onGive={give}
                />
              ))}
            </tbody>
          </table>
        ))}
      </Section>
    </>
  );
}

/** Only what differs from how the app comes is the person's own; so they get what a later version brings. */
function withoutDefaults(keys: Keyboard["keys"]): Keyboard["keys"] {
  return Object.fromEntries(
    COMMANDS.flatMap(({ id }) => {
      const chords = keys[id];
      const usual = givenChordsOf(DEFAULT_KEYBOARD, id);
      return chords === undefined || chords.join(" ") === usual.join(" ") ? [] : [[id, chords]];
    }),
  );
}
