import { CommandKeys } from "./command-keys";
import { HelpSection } from "./help-section";

export function HelpSaving() {
  return (
    <HelpSection id="saving">
      <p>
        Each act is kept in your browser at once and sent to the server a moment later. The sign at the top
        says where it is: <em>Saved</em> means that the server has it for good.
      </p>
      <ul>
        <li>
          <strong>Without a connection</strong> you go on working. What you do waits in this browser and is
          sent when the connection is back, also after the tab or the computer was closed.
        </li>
        <li>
          <strong>When you were signed out meanwhile</strong>, sign in again: what waits is sent afterwards.
        </li>
        <li>
          <strong>Undo</strong> (<CommandKeys command="undo" />) and redo (<CommandKeys command="redo" />) go
          back and forth step by step. Nothing is ever erased: each annotation keeps its history.
        </li>
        <li>
          <strong>When a step is refused</strong>, because somebody else changed the same thing or the schema
          changed, you are told why, and nothing else is lost.
        </li>
      </ul>
    </HelpSection>
  );
}
