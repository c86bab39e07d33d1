namespace Mesh.Sdk.Conformance.Validation;

/// <summary>What a case puts before rules.</summary>
/// <param name="Path">Where the fragment stands in the spec of its object, such as <c>trafficPolicy.tls</c>; empty for a whole spec.</param>
/// <param name="Check">Reads the fragment and puts it before the rules.</param>
internal sealed record ValidationTarget(string Path, Action<ValidationInput> Check);
