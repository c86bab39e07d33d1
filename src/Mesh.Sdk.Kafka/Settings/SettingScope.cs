namespace Mesh.Sdk.Kafka.Settings;

/// <summary>What a setting is about.</summary>
public enum SettingScope
{
    /// <summary>Mirroring.</summary>
    Mirror,

    /// <summary>A filter of Kafka's; the connector itself does not define it.</summary>
    MirrorFilter,

    /// <summary>TLS and SASL of clients.</summary>
    Security,

    /// <summary>Any connector of Kafka Connect.</summary>
    ConnectFramework,

    /// <summary>The process of dedicated mode.</summary>
    Driver,

    /// <summary>A cluster in the property file of dedicated mode.</summary>
    Cluster,

    /// <summary>A flow in the property file of dedicated mode.</summary>
    Flow,

    /// <summary>The Connect worker of a flow in dedicated mode.</summary>
    Worker,
}
