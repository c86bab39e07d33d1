namespace Mesh.Sdk.Compare;

/// <summary>The least that YamlDotNet's deserializer needs for the same documents.</summary>
internal sealed class PlainRule
{
    public string? ApiVersion { get; set; }

    public string? Kind { get; set; }

    public PlainMetadata? Metadata { get; set; }

    public PlainSpec? Spec { get; set; }

    internal sealed class PlainMetadata
    {
        public string? Name { get; set; }

        public string? Namespace { get; set; }
    }

    internal sealed class PlainSpec
    {
        public string? Host { get; set; }

        public PlainPolicy? TrafficPolicy { get; set; }
    }

    internal sealed class PlainPolicy
    {
        public PlainLoadBalancer? LoadBalancer { get; set; }

        public PlainOutlierDetection? OutlierDetection { get; set; }
    }

    internal sealed class PlainLoadBalancer
    {
        public PlainLocalitySetting? LocalityLbSetting { get; set; }
    }

    internal sealed class PlainLocalitySetting
    {
        public bool? Enabled { get; set; }

        public List<PlainFailover>? Failover { get; set; }
    }

    internal sealed class PlainFailover
    {
        public string? From { get; set; }

        public string? To { get; set; }
    }

    internal sealed class PlainOutlierDetection
    {
        public int? Consecutive5xxErrors { get; set; }

        public string? Interval { get; set; }

        public string? BaseEjectionTime { get; set; }

        public int? MaxEjectionPercent { get; set; }
    }
}
