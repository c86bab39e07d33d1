namespace Mesh.Sdk.Topology;

/// <summary>Whether locality decides where requests go.</summary>
public enum LocalityPreference
{
    /// <summary>As the service's failover, distribution or zone-aware routing say, else as the mesh says.</summary>
    Default,

    /// <summary>Locality is used: <c>localityLbSetting.enabled</c> is written even where nothing else asks for it.</summary>
    Enabled,

    /// <summary>Locality is ignored, whatever the mesh says.</summary>
    Disabled,
}
