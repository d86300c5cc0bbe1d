/**
 * One tapering stroke, a river in two bends that ends in a crested head, and the light it looks at; drawn in the file
 * that browsers show as the icon of the page. From 20 px on; smaller, leave it out. Silent unless it is the only name of
 * the product on the page.
 */
export function Logo({ size = 28, label }: { size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      className="logo"
      role="img"
      aria-label={label}
      aria-hidden={!label}
    >
      <use href="/logo.svg#mark" />
    </svg>
  );
}
