export default function Page() {
  return <h1>Stardesk</h1>;
}
