namespace Mesh.Sdk.Analysis.Injection;

/// <summary>An annotation of Istio.</summary>
/// <param name="Kinds">Kinds that it belongs on; <c>Any</c> for all.</param>
/// <param name="IsDeprecated">Whether it may go away.</param>
/// <param name="IsValid">Whether a value is one that Istio takes; <see langword="null"/> for any.</param>
internal sealed record KnownAnnotation(string[] Kinds, bool IsDeprecated = false, Func<string, bool>? IsValid = null);
