using System.Globalization;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Conditions, splits and faults of HTTP routes. Source: Istio, validation of HTTPRoute.</summary>
internal static class RouteChecks
{
    private static readonly HashSet<string> RetryConditions =
    [
        "5xx", "gateway-error", "reset", "reset-before-request", "connect-failure", "envoy-ratelimited", "retriable-4xx",
        "refused-stream", "retriable-status-codes", "retriable-headers", "http3-post-connect-failure", "cancelled",
        "deadline-exceeded", "internal", "resource-exhausted", "unavailable",
    ];

    /// <summary>Returns the versions that routes name.</summary>
    public static IEnumerable<string> VersionsOf(MeshService service) =>
        service.Routes.SelectMany(r => r.Split.Select(w => w.Version).Concat(r.Mirror is { } mirror ? [mirror.Version] : [])).Distinct();

    public static void Run(MeshService service, Findings findings)
    {
        string path = ServiceChecks.PathOf(service);
        findings.AddIf(
            service.Routes.Count > 0 && service.Ports.Count > 0 && !service.Ports.Any(p => p.IsHttp),
            TrafficDiagnostics.NoHttpPort,
            $"{path}.routes",
            service.Name);
        bool takesEvery = false;
        for (int i = 0; i < service.Routes.Count; i++)
        {
            MeshRoute route = service.Routes[i];
            string routePath = $"{path}.routes[{i}]";
            findings.AddIf(takesEvery, TrafficDiagnostics.Unreachable, routePath, service.Name, i);
            takesEvery |= route.Matches.Count == 0;
            foreach (HttpMatch match in route.Matches)
            {
                CheckMatch(service, match, $"{routePath}.matches", findings);
            }

            CheckSplit(service, route, routePath, findings);
            CheckFault(service, route, routePath, findings);
            CheckRetries(service, route, routePath, findings);
            Ranges.CheckDuration(service.Name, route.Timeout, "timeout", $"{routePath}.timeout", findings);
        }

        foreach (string version in VersionsOf(service))
        {
            ServiceSubset? subset = service.Subsets.FirstOrDefault(s => s.Name == version);
            findings.AddIf(
                subset is null || ServiceChecks.IsEmpty(service, subset),
                TrafficDiagnostics.UnknownVersion,
                $"{path}.subsets[{version}]",
                service.Name,
                version,
                ServiceChecks.SuggestVersion(service, version));
        }
    }

    private static void CheckMatch(MeshService service, HttpMatch match, string path, Findings findings)
    {
        findings.AddIf(
            match.Path is { Kind: not TextMatchKind.Regex } text && !text.Value.StartsWith('/'),
            TrafficDiagnostics.Path,
            $"{path}.path",
            service.Name,
            match.Path?.Value);
        foreach (string name in match.Headers.Keys)
        {
            findings.AddIf(!KubernetesNames.IsHeaderName(name), TrafficDiagnostics.HeaderName, $"{path}.headers[{name}]", service.Name, name);
        }

        if (match.Port is { } port && !service.Ports.Any(p => p.Number == port))
        {
            findings.Add(TrafficDiagnostics.MatchPort, $"{path}.port", service.Name, port, SuggestPort(service, port));
        }
    }

    public static string SuggestPort(MeshService service, int port) =>
        Suggestion.For(Text(port), service.Ports.Select(p => Text(p.Number)));

    private static void CheckSplit(MeshService service, MeshRoute route, string path, Findings findings)
    {
        HashSet<string> versions = [];
        long sum = 0;
        foreach (VersionWeight weight in route.Split)
        {
            string weightPath = $"{path}.split[{weight.Version}]";
            sum += weight.WeightPercent;
            Ranges.CheckPercent(service.Name, weight.WeightPercent, $"weight of version '{weight.Version}'", weightPath, findings);
            findings.AddIf(!versions.Add(weight.Version), TrafficDiagnostics.RepeatedVersion, weightPath, service.Name, weight.Version);
        }

        findings.AddIf(route.Split.Count > 0 && sum != 100, TrafficDiagnostics.SplitSum, $"{path}.split", service.Name, sum);
        if (route.Mirror is { } mirror)
        {
            Ranges.CheckPercent(service.Name, mirror.MirrorPercent, "mirror percent", $"{path}.mirror", findings);
        }
    }

    private static void CheckFault(MeshService service, MeshRoute route, string path, Findings findings)
    {
        if (route.Fault is not { } fault)
        {
            return;
        }

        path += ".fault";
        findings.AddIf(fault.Delay is null && fault.AbortStatus is null, TrafficDiagnostics.EmptyFault, path, service.Name);
        Ranges.CheckDuration(service.Name, fault.Delay, "delay", $"{path}.delay", findings);
        Ranges.CheckPercent(service.Name, fault.DelayPercent, "delay percent", $"{path}.delayPercent", findings);
        Ranges.CheckPercent(service.Name, fault.AbortPercent, "abort percent", $"{path}.abortPercent", findings);
        findings.AddIf(fault.AbortStatus is < 200 or > 599, TrafficDiagnostics.AbortStatus, $"{path}.abortStatus", service.Name, fault.AbortStatus);
    }

    private static void CheckRetries(MeshService service, MeshRoute route, string path, Findings findings)
    {
        if (route.Retries is not { } retries)
        {
            return;
        }

        path += ".retries";
        Ranges.CheckCount(service.Name, retries.Attempts, "attempts", $"{path}.attempts", findings);
        Ranges.CheckDuration(service.Name, retries.PerTryTimeout, "per-try timeout", $"{path}.perTryTimeout", findings);
        findings.AddIf(
            retries.Attempts == 0 && (retries.PerTryTimeout is not null || retries.RetryOn.Count > 0 || retries.RetryRemoteLocalities is not null),
            TrafficDiagnostics.NoAttempts,
            path,
            service.Name);
        foreach (string condition in retries.RetryOn)
        {
            bool isStatus = condition.Length == 3 && int.TryParse(condition, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 599;
            findings.AddIf(
                !isStatus && !RetryConditions.Contains(condition),
                TrafficDiagnostics.RetryCondition,
                $"{path}.retryOn[{condition}]",
                service.Name,
                condition,
                Suggestion.For(condition, RetryConditions));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
