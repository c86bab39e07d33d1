using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Whoever takes over a region has to carry its load.</summary>
internal sealed class SurvivorsTooFew : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2151",
        DiagnosticSeverity.Warning,
        "When region '{1}' is lost, {2} replicas of '{0}' in {3} carry the load of {4}: {5} times what they carry now. More than 2 times is reported, assuming that load is spread evenly over all replicas and that each has room for twice its share.",
        "Run more replicas there (RunsOn), at least {6}.");

    private const int MaxGrowth = 2;

    public override void Check(ServiceView value, Place place)
    {
        if (value.ReplicasByRegion.Count < 2 || !value.Clients.Any(c => c.Answer.IsFailoverOn))
        {
            return;
        }

        foreach ((string region, long lost) in value.ReplicasByRegion.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            string[] heirs = Heirs(value, region);
            long left = heirs.Sum(h => value.ReplicasByRegion[h]);
            if (left > 0 && left + lost > MaxGrowth * left)
            {
                place.Field($"workloads[{region}]").Report(
                    Descriptor,
                    value.Service.Name,
                    region,
                    left,
                    Words.Quoted(heirs),
                    left + lost,
                    Words.Number((left + lost) / (double)left),
                    lost / (MaxGrowth - 1));
            }
        }
    }

    // The region that is named takes all; without one, all others share.
    private static string[] Heirs(ServiceView value, string region)
    {
        string? named = value.Service.Failovers.FirstOrDefault(f => f.From == region)?.To;
        return named is not null && value.ReplicasByRegion.ContainsKey(named)
            ? [named]
            : [.. value.ReplicasByRegion.Keys.Where(r => r != region).Order(StringComparer.Ordinal)];
    }
}
