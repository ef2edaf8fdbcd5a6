export interface EntrancePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}
