import { Keyboard, KeyRound, UserRound } from "lucide-react";
import { NavigationLink } from "@/components/shell/navigation-link";

/** The places of a person's own settings. */
export function SettingsNavigation() {
  return (
    <nav
      aria-label="Settings"
      className="flex shrink-0 overflow-x-auto border-b border-line bg-paper px-1 lg:w-52 lg:flex-col lg:overflow-visible lg:border-r lg:border-b-0 lg:bg-ground lg:px-0 lg:py-3"
    >
      <NavigationLink href="/settings" isExact icon={<UserRound aria-hidden />}>
        Profile
      </NavigationLink>
      <NavigationLink href="/settings/keyboard" icon={<Keyboard aria-hidden />}>
        Keyboard
      </NavigationLink>
      <NavigationLink href="/settings/tokens" icon={<KeyRound aria-hidden />}>
        API tokens
      </NavigationLink>
    </nav>
  );
}
