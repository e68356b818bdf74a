import {
  Activity,
  BookOpen,
  FileText,
  Gavel,
  Package,
  PenLine,
  Scale,
  Settings,
  Shapes,
  Users,
  type LucideIcon,
} from "lucide-react";
import { NavigationLink } from "./navigation-link";

const PLACES = {
  documents: { name: "Documents", icon: FileText },
  review: { name: "Review", icon: Gavel },
  corrections: { name: "Corrections", icon: PenLine },
  schema: { name: "Schema", icon: Shapes },
  guideline: { name: "Guideline", icon: BookOpen },
  agreement: { name: "Agreement", icon: Scale },
  members: { name: "Members", icon: Users },
  releases: { name: "Releases", icon: Package },
  activity: { name: "Activity", icon: Activity },
  settings: { name: "Settings", icon: Settings },
} as const satisfies Record<string, { readonly name: string; readonly icon: LucideIcon }>;
type ProjectPlace = keyof typeof PLACES;

export interface ProjectNavigationProps {
  readonly projectId: string;
  /** The places this person may enter, in this order. */
  readonly places: readonly ProjectPlace[];
}

/** A column beside the page; below 1024 px a strip under the top bar that scrolls sideways. */
export function ProjectNavigation({ projectId, places }: ProjectNavigationProps) {
  return (
    <nav
      aria-label="Project"
      className="flex shrink-0 overflow-x-auto border-b border-line bg-paper px-1 lg:sticky lg:top-12 lg:h-[calc(100dvh-3rem)] lg:pointer-coarse:top-14 lg:pointer-coarse:h-[calc(100dvh-3.5rem)] lg:w-52 lg:flex-col lg:overflow-x-visible lg:overflow-y-auto lg:border-r lg:border-b-0 lg:bg-ground lg:px-0 lg:py-3"
    >
      {places.map((place) => {
        const { name, icon: Icon } = PLACES[place];
        return (
          <NavigationLink key={place} href={`/projects/${projectId}/${place}`} icon={<Icon aria-hidden />}>
            {name}
          </NavigationLink>
        );
      })}
    </nav>
  );
}
