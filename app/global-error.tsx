"use client";

import "./globals.css";

/** Shown when the root layout itself failed, so it brings its own html and needs no script. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto max-w-sm px-4 py-24 text-center">
          <title>Something went wrong · Triptych</title>
          <h1 className="font-serif text-xl font-semibold">Triptych could not be shown</h1>
          <p className="mt-1.5 text-soft">Nothing you did is lost. Load the page again in a moment.</p>
          <p className="mt-5">
            {/* A plain link: after such a failure the whole page has to load anew. */}
            <a href="/" className="text-accent underline underline-offset-3">
              Load again
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
