/** Holds the place of something that loads, without moving. Tell that it loads elsewhere, once. */
export function Skeleton({ className = "h-5 w-40" }: { readonly className?: string | undefined }) {
  return <div aria-hidden className={`rounded-md bg-hover ${className}`} />;
}
