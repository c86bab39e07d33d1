using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What decides the number of replicas of a workload.</summary>
/// <param name="Key">The object.</param>
/// <param name="MinField">The field with the least number.</param>
/// <param name="Min">How many run at least; with 0 it depends on the load whether any does.</param>
/// <param name="Max">How many run at most; <see langword="null"/> if not told.</param>
internal sealed record Autoscaler(ResourceKey Key, string MinField, int Min, int? Max);
