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
          <strong>When the document went to the trash</strong>, or you may not annotate it any more, the sign
          says so and nothing more can be changed. What waits is kept, and sent once the document is back.
        </li>
        <li>
          <strong>Undo</strong> (<CommandKeys command="undo" />) and redo (<CommandKeys command="redo" />) go
          back and forth step by step. Nothing is ever erased: each annotation keeps its history, and can be
          made what it was at any time of it. What was deleted is listed (<CommandKeys command="deleted" />)
          and can be restored.
        </li>
        <li>
          <strong>The article as it was</strong> (<CommandKeys command="history" />
          ): a slider goes through everything that was done. Nothing can be changed there; Esc leads back to
          now.
        </li>
        <li>
          <strong>Together in one article</strong> you see who else is there and where they are; who does not
          want to be seen turns that off in the settings. What another changes of what you just did is told
          below the text: keep theirs or use yours. In work of your own nobody is shown to anybody.
        </li>
        <li>
          <strong>When a step is refused</strong>, because somebody else changed the same thing or the schema
          changed, you are told why, and nothing else is lost. Where its annotation was deleted meanwhile, it
          can be restored and the step done after all.
        </li>
        <li>
          <strong>After an update</strong> of Triptych open pages ask to be reloaded. What waits is sent
          afterwards.
        </li>
      </ul>
    </HelpSection>
  );
}
