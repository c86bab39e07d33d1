using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Wording about the limit of ejections.</summary>
internal static class EjectionWords
{
    public static string Limit(OutlierDetection detection) =>
        detection.MaxEjectionPercent is > 0 and { } percent ? $"{percent}" : $"unset and so {EjectionLimit.DefaultMaxEjectionPercent}";
}
