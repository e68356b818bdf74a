import { describe, expect, it } from "vitest";
import { isServable } from "./unservable-requests";

const action = { "next-action": "00" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const parts = { "content-type": "multipart/form-data; boundary=x" };

describe("isServable", () => {
  it.each([
    { method: "GET", url: "/projects?_rsc=abc" },
    { method: "HEAD", url: "/_next/static/chunks/a.js" },
    { method: "GET", url: "/%E2%82%AC" },
    { method: "DELETE", url: "/api/v1/projects/1" },
    { method: "OPTIONS", url: "/api/v1/projects" },
    { method: "POST", url: "/settings/tokens", headers: action },
    { method: "POST", url: "/sign-in", headers: form },
  ])("is true of $method $url", ({ method, url, headers = {} }) => {
    expect(isServable({ method, url, headers })).toBe(true);
  });

  it.each([
    { method: "TRACE", url: "/projects" },
    { method: "TRACE", url: "/api/v1/projects" },
    { method: "PROPFIND", url: "/api/v1/projects" },
    { method: "OPTIONS", url: "/projects" },
    { method: "PUT", url: "/icon.svg" },
    { method: "POST", url: "/icon.svg", headers: action },
    { method: "POST", url: "/_next/static/chunks/a", headers: action },
    { method: "POST", url: "/sign-in", headers: parts },
    { method: "POST", url: "/icon.svg", headers: form },
    { method: "GET", url: "/api/v1/%ff" },
    { method: "GET", url: "/projects/%" },
  ])("is false of $method $url", ({ method, url, headers = {} }) => {
    expect(isServable({ method, url, headers })).toBe(false);
  });
});
