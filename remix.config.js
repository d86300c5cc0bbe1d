/** Options of the Remix Vite plugin; vite.config.ts hands them over. */
export default {
  appDirectory: "app",
  serverBuildFile: "index.js",
  // Tests and support files beside routes are never addresses.
  ignoredRouteFiles: ["**/*.css", "**/*.test.*"],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
