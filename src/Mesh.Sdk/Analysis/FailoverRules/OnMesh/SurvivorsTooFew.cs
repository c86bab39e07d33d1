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
        if (!value.Target.IsCounted || !value.Target.IsPlaced || value.ReplicasByRegion.Count < 2 || !value.Clients.Any(c => c.Answer.IsFailoverOn))
        {
            return;
        }

        foreach ((string region, long lost) in value.ReplicasByRegion.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            string[] heirs = Heirs(value, region);
            long now = heirs.Sum(h => value.ReplicasByRegion[h]);
            long left = now + heirs.Sum(h => GrowthIn(value, h));
            if (left > 0 && now + lost > MaxGrowth * left)
            {
                value.Places.WorkloadsIn(region).WithRemedy(value.Advice?.RunMore(heirs, lost / (MaxGrowth - 1))).Report(
                    Descriptor,
                    value.Target.Name,
                    region,
                    left,
                    Words.Quoted(heirs),
                    now + lost,
                    Words.Number((now + lost) / (double)left),
                    lost / (MaxGrowth - 1));
            }
        }
    }

    // What an autoscaler may add counts: it takes its time, but it comes.
    private static long GrowthIn(ServiceView value, string region) => value.Target.Workloads
        .Where(w => w.Places.Any(p => p.Region == region))
        .Sum(w => (long)w.Growth / w.Places.Select(p => p.Region).Distinct().Count());

    // The region that is named takes all; without one, all others share.
    private static string[] Heirs(ServiceView value, string region)
    {
        string? named = value.Target.Failovers.FirstOrDefault(f => f.From == region)?.To;
        return named is not null && value.ReplicasByRegion.ContainsKey(named)
            ? [named]
            : [.. value.ReplicasByRegion.Keys.Where(r => r != region).Order(StringComparer.Ordinal)];
    }
}
