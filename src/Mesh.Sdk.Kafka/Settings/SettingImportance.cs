namespace Mesh.Sdk.Kafka.Settings;

/// <summary>How much Kafka thinks a setting matters.</summary>
public enum SettingImportance
{
    /// <summary>Seldom changed.</summary>
    Low,

    /// <summary>Sometimes changed.</summary>
    Medium,

    /// <summary>Looked at first.</summary>
    High,
}
