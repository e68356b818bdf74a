import { AgreementFilter, DisagreementQuery } from "@/lib/contracts/agreement";

/** The page of figures with this filter in its address, so that it can be sent to somebody. */
export function agreementHref(projectId: string, filter: AgreementFilter): string {
  return `/projects/${projectId}/agreement${searchOf(filter)}`;
}

/** The spans behind a number. */
export function disagreementsHref(
  projectId: string,
  query: AgreementFilter & Partial<DisagreementQuery>,
): string {
  return `/projects/${projectId}/agreement/disagreements${searchOf(query)}`;
}

/** The query of an address or a request; `?` and all, or empty. */
export function searchOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
  return search === "" ? "" : `?${search}`;
}

type Asked = Readonly<Record<string, unknown>>;

/** What an address asks for; what makes no sense in it is left out. */
export function parseAgreementFilter(query: Asked): AgreementFilter {
  return sensible(AgreementFilter.shape, query);
}

export function parseDisagreementQuery(query: Asked): DisagreementQuery {
  return DisagreementQuery.parse(sensible(DisagreementQuery.shape, query));
}

type Field = {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: unknown };
};

function sensible(fields: Readonly<Record<string, Field>>, query: Asked): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const given = query[key] === "" ? undefined : query[key];
      const { success, data } = field.safeParse(given);
      return success && data !== undefined ? [[key, data]] : [];
    }),
  );
}
