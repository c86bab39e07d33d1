namespace Mesh.Sdk.Topology.Checks;

/// <summary>Patterns and weights of distributions. Source: Istio, validation of LocalityLoadBalancerSetting.</summary>
internal static class DistributionChecks
{
    public static void Run(MeshService service, MeshIndex index, Findings findings)
    {
        string path = ServiceChecks.PathOf(service);
        CheckPatterns(service, service.Distributions.Select(d => d.From), $"{path}.distributions", index, findings);
        foreach (LocalityDistribution distribution in service.Distributions)
        {
            string distributionPath = $"{path}.distributions[{distribution.From}]";
            CheckPatterns(service, distribution.To.Select(w => w.Locality), distributionPath, index, findings);
            CheckWeights(service, distribution, distributionPath, findings);
        }
    }

    private static void CheckWeights(MeshService service, LocalityDistribution distribution, string path, Findings findings)
    {
        long sum = 0;
        foreach (LocalityWeight weight in distribution.To)
        {
            sum += weight.WeightPercent;
            findings.AddIf(
                weight.WeightPercent is < 1 or > 100,
                FailoverDiagnostics.WeightRange,
                $"{path}.to[{weight.Locality}]",
                service.Name,
                weight.Locality,
                weight.WeightPercent);
        }

        findings.AddIf(sum != 100, FailoverDiagnostics.WeightSum, path, service.Name, distribution.From, sum);
    }

    private static void CheckPatterns(MeshService service, IEnumerable<string> patterns, string path, MeshIndex index, Findings findings)
    {
        List<string> before = [];
        foreach (string pattern in patterns)
        {
            string patternPath = $"{path}[{pattern}]";
            string region = Locality.Parse(pattern).Region;
            if (!IsPattern(pattern))
            {
                findings.Add(FailoverDiagnostics.Pattern, patternPath, service.Name, pattern);
            }
            else if (!region.EndsWith('*') && index.LacksRegion(region))
            {
                FailoverChecks.ReportUnknown(FailoverDiagnostics.UnknownRegion, patternPath, service.Name, region, index, findings);
            }

            if (before.Find(b => Covers(b, pattern)) is { } covering)
            {
                findings.Add(FailoverDiagnostics.Overlap, patternPath, service.Name, pattern, covering);
            }

            before.Add(pattern);
        }
    }

    private static bool IsPattern(string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        return (star < 0 || star == pattern.Length - 1) && pattern.Split('/').All(part => part.Length > 0);
    }

    private static bool Covers(string earlier, string later)
    {
        if (earlier == later)
        {
            return true;
        }

        return earlier.EndsWith('*')
            ? later.StartsWith(earlier[..^1], StringComparison.Ordinal)
            : later.StartsWith(earlier + "/", StringComparison.Ordinal);
    }
}
