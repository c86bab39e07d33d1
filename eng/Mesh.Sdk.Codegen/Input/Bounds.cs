namespace Mesh.Sdk.Codegen.Input;

/// <summary>Inclusive bounds; <see langword="null"/> is open.</summary>
public sealed record Bounds(double? Minimum, double? Maximum);
