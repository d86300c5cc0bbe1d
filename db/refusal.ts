/**
 * A reason not to start, told to whoever runs the installation: one line that says what to do about it.
 * Everything that starts the product prints the line alone and leaves with code 1.
 */
export class Refusal extends Error {
  constructor(line: string) {
    super(line.replaceAll(/\s*\n\s*/g, " "));
    this.name = "Refusal";
  }
}
